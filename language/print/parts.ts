import type { DialectName, PerDialect, Sql } from '../../compiler/schema/dialect.ts'
import { writeSqlText } from '../literals/sql-literal.ts'

/** The values that are there, in the order in which they are written: the one for all, then by dialect. */
export function parts<T>(value: PerDialect<T>): readonly (readonly [dialect: DialectName | undefined, value: T])[] {
  const result: [DialectName | undefined, T][] = []
  if (value.all !== undefined) result.push([undefined, value.all])
  if (value.postgres !== undefined) result.push(['postgres', value.postgres])
  if (value.sqlite !== undefined) result.push(['sqlite', value.sqlite])
  return result
}

/** SQL in backticks on a line: `` `…` ``, or one for each database. */
export function writeSql(sql: Sql, indent: string): string {
  return parts(sql)
    .map(([dialect, text]) => (dialect === undefined ? '' : `${dialect} `) + writeSqlText(text, indent))
    .join(' ')
}

/** SQL as the body of an object: after `=`, or between braces when there are several. */
export function writeBody(sql: Sql): string {
  const all = parts(sql)
  if (all.length < 2) return `= ${writeSql(sql, '')}`
  const width = Math.max(...all.map(([dialect]) => dialect?.length ?? -1)) + 1
  const lines = all.map(
    ([dialect, text]) => `  ${dialect === undefined ? '' : dialect.padEnd(width)}${writeSqlText(text, '  ')}\n`,
  )
  return `{\n${lines.join('')}}`
}
