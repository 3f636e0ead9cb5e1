import { type QName, quoteName } from '../../compiler/schema/name.ts'

/** The name that a piece of text stands for: `"a ""b"""` is `a "b"`. A name whose closing quote is missing loses the other. */
export function unquote(text: string): string {
  if (text.charCodeAt(0) !== 34) return text
  const closed = text.length > 1 && text.endsWith('"')
  return text.slice(1, closed ? -1 : undefined).replaceAll('""', '"')
}

/** The parts of a dotted name as text: `a."b.c"` has two. */
export function readParts(text: string): readonly string[] {
  if (!text.includes('"')) return text.split('.')
  return (text.match(/"(?:[^"]|"")*"?|[^."]+/g) ?? ['']).map(unquote)
}

/** A name that may stand in a schema of the database; whatever comes before the last part is the schema. */
export function readName(text: string): QName {
  const parts = readParts(text)
  const name = parts.at(-1) ?? ''
  return parts.length < 2 ? { name } : { schema: parts.slice(0, -1).join('.'), name }
}

/** A key such as `users.email` or `audit.events.id`: the object, and the member that the last part names. */
export function readMember(text: string): { readonly of: QName; readonly member: string } {
  const parts = readParts(text)
  const name = parts.at(-2) ?? ''
  const of = parts.length < 3 ? { name } : { schema: parts.slice(0, -2).join('.'), name }
  return { of, member: parts.at(-1) ?? '' }
}

const DOTTED = /^[A-Za-z_][A-Za-z0-9_$]*(\.[A-Za-z_][A-Za-z0-9_$]*)*$/

/** The text of a collation or an operator class, which is a plain string that may hold a dot. */
export function writeDotted(name: string): string {
  return DOTTED.test(name) ? name : quoteName(name)
}
