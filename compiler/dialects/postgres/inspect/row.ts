import type { Parameters } from '../../../schema/index-properties.ts'
import type { QName } from '../../../schema/name.ts'
import type { Row } from '../../dialect.ts'

/** A column of a row that holds text. */
export function textOf(row: Row, column: string): string {
  return String(row[column])
}

/** The same where null stands for nothing. */
export function optionalText(row: Row, column: string): string | undefined {
  const value = row[column]
  return value === null || value === undefined ? undefined : String(value)
}

/** A column that holds true or false. */
export function flagOf(row: Row, column: string): boolean {
  return row[column] === true || row[column] === 't'
}

/** A column that holds a jsonb array; null is an empty one. */
export function listOf<T>(row: Row, column: string): readonly T[] {
  const value = row[column]
  if (value === null || value === undefined) return []
  return (typeof value === 'string' ? JSON.parse(value) : value) as readonly T[]
}

/** A column that holds a jsonb array of `name=value`. */
export function parametersOf(row: Row, column: string): Parameters {
  return listOf<string>(row, column).map(parameterOf)
}

/** `name=value` in two parts. */
export function parameterOf(text: string): Parameters[number] {
  const at = text.indexOf('=')
  return [text.slice(0, at), text.slice(at + 1)]
}

/** A name from the columns `schema` (or another one) and `name`. */
export function nameOf(row: Row, name = 'name', schema = 'schema'): QName {
  const inside = optionalText(row, schema)
  return inside === undefined ? { name: textOf(row, name) } : { schema: inside, name: textOf(row, name) }
}

/** `{ comment }` where the row has one. */
export function commentOf(row: Row): { readonly comment?: string } {
  const comment = optionalText(row, 'comment')
  return comment === undefined ? {} : { comment }
}

/** Rows in lists by the text of one column. */
export function groupRows(rows: readonly Row[], column: string): ReadonlyMap<string, readonly Row[]> {
  const groups = new Map<string, Row[]>()
  for (const row of rows) {
    const key = textOf(row, column)
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [row])
    else group.push(row)
  }
  return groups
}
