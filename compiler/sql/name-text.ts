import { isReserved } from './reserved-words.ts'

/** An unquoted name as the databases read it: its ASCII letters in lower case. */
export function foldName(name: string): string {
  return /[A-Z]/.test(name) ? name.replace(/[A-Z]+/g, letters => letters.toLowerCase()) : name
}

/** A name as both databases read it back letter by letter: in double quotes unless it is lower case and not reserved. */
export function sqlName(name: string): string {
  return /^[a-z_][a-z0-9_]*$/.test(name) && !isReserved(name) ? name : `"${name.replaceAll('"', '""')}"`
}
