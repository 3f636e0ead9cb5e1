import { sqlName } from '../../sql/name-text.ts'

/** A name in generated SQL: in double quotes unless both databases read it back letter by letter without. */
export const quoteIdentifier = sqlName

/** `a, "order", b`. */
export function quoteList(names: readonly string[]): string {
  return names.map(quoteIdentifier).join(', ')
}

/** A collation; the built-in ones are written as the manual writes them. */
export function quoteCollation(name: string): string {
  return name === 'NOCASE' || name === 'RTRIM' ? name : quoteIdentifier(name)
}

/** A string literal. */
export function quoteString(text: string): string {
  return `'${text.replaceAll("'", "''")}'`
}

/** SQL in parentheses; a line comment at its end does not swallow the closing one. */
export function inParentheses(sql: string): string {
  return sql.includes('--') ? `(${sql}\n)` : `(${sql})`
}
