import type { QName } from '../schema/name.ts'
import { columnEdits } from './column-edits.ts'
import { applyEdits } from './edits.ts'
import { literalEdits } from './literal-edits.ts'
import type { StatementOptions } from './query-names.ts'
import { isStatement, readExpression, readStatement } from './read-statement.ts'
import { relationEdits, typeEdits } from './relation-edits.ts'

/** The expression (a check, a generated column, an index key …) with a column of its table renamed. */
export function renameColumnInExpression(sql: string, table: QName, from: string, to: string): string {
  if (from === to) return sql
  return applyEdits(sql, columnEdits(readExpression(sql, table), { table, from, to }))
}

/**
 * The query, statement or trigger text with a column renamed wherever it surely is that column: by its qualifier, or
 * bare where no other relation in the query can have it. What another query reads keeps its name: `b as a`.
 */
export function renameColumnInStatement(
  sql: string,
  table: QName,
  from: string,
  to: string,
  options: StatementOptions = {},
): string {
  if (from === to) return sql
  const columnsOf = options.columnsOf === undefined ? {} : { columnsOf: options.columnsOf }
  return applyEdits(sql, columnEdits(readStatement(sql, options.table), { table, from, to, ...columnsOf }))
}

/** The query, statement, trigger text or expression with a table or view renamed, and the qualifiers that mean it. */
export function renameRelation(sql: string, from: QName, to: QName, options: StatementOptions = {}): string {
  const reading = isStatement(sql) ? readStatement(sql, options.table) : readExpression(sql, from)
  return applyEdits(sql, relationEdits(reading, from, to, options.columnsOf))
}

/** The SQL with a type renamed wherever a cast or the like names it. */
export function renameType(sql: string, from: QName, to: QName): string {
  const reading = isStatement(sql) ? readStatement(sql) : readExpression(sql)
  return applyEdits(sql, typeEdits(reading, from, to))
}

/**
 * The SQL with a value of an enum renamed: a string that is compared with a column of that enum (`=`, `in`, `case`,
 * `between`, `coalesce` …), or cast to the type where `type` names it. What stands beside a column that is cast to another type is
 * a value of that type, and renamed only with `throughCasts`.
 */
export function renameLiteral(
  sql: string,
  columnIsOfEnum: (column: string) => boolean,
  from: string,
  to: string,
  type?: QName,
  throughCasts = true,
): string {
  const reading = isStatement(sql) ? readStatement(sql) : readExpression(sql)
  return applyEdits(sql, literalEdits(reading, columnIsOfEnum, from, to, type, throughCasts))
}
