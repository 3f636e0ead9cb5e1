import { splitStatements } from '../statements.ts'

/** A number in the header of an SQLite file that the application gives a meaning (pragma.html, user_version and application_id). */
export interface Pragma {
  readonly name: string
  readonly value: string
}

/** The names of the numbers that are part of a schema. */
export const PRAGMAS: readonly string[] = ['user_version', 'application_id']

const PRAGMA = /^pragma\s+(?:main\s*\.\s*)?(user_version|application_id)\s*(?:=\s*(-?\w+)|\(\s*(-?\w+)\s*\))\s*$/i

/** What a text writes into the header. */
export function pragmasIn(text: string): readonly Pragma[] {
  return splitStatements(text).flatMap(({ text: sql }) => {
    const [, name, one, two] = PRAGMA.exec(sql) ?? []
    const value = Number(one ?? two)
    return name === undefined || !Number.isInteger(value)
      ? []
      : [{ name: name.toLowerCase(), value: String(value | 0) }]
  })
}

/** The statements that take it back: a file begins with zeros. */
export function pragmasBack(text: string, kept: readonly Pragma[] = []): readonly string[] {
  const names = new Set(kept.map(({ name }) => name))
  return pragmasIn(text).flatMap(({ name }) => (names.has(name) ? [] : [`pragma ${name} = 0`]))
}
