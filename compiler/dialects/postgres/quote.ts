import type { QName } from '../../schema/name.ts'
import { KEYWORDS } from './keywords.ts'

const PLAIN = /^[a-z_][a-z0-9_$]*$/

/** A name as Postgres' own quote_ident writes it: in double quotes only where it needs them. */
export function quoteIdentifier(name: string): string {
  return PLAIN.test(name) && !KEYWORDS.has(name) ? name : `"${name.replaceAll('"', '""')}"`
}

/** A name with its schema when it has one. */
export function quoteQName(name: QName): string {
  return name.schema === undefined
    ? quoteIdentifier(name.name)
    : `${quoteIdentifier(name.schema)}.${quoteIdentifier(name.name)}`
}

/** The name of something that lives in the schema of a table: an index, a sequence. */
export function quoteBeside(table: QName, name: string): string {
  return quoteQName({ ...table, name })
}

/** `a, "order", b`. */
export function quoteList(names: readonly string[]): string {
  return names.map(quoteIdentifier).join(', ')
}

/** A string constant; a backslash is a letter like any other (standard_conforming_strings). */
export function quoteString(text: string): string {
  return `'${text.replaceAll("'", "''")}'`
}

/** A `do` block of PL/pgSQL, under a tag that the text does not hold. */
export function doBlock(body: string): string {
  let tag = '$mig$'
  for (let pass = 1; body.includes(tag); pass++) tag = `$mig${pass}$`
  return `do ${tag}\n${body}\n${tag}`
}

/** SQL in parentheses; a closing line comment does not swallow the last one. */
export function inParentheses(sql: string): string {
  const text = sql.trim()
  return text.includes('--') ? `(${text}\n)` : `(${text})`
}
