import { forDialect } from '../../../schema/dialect.ts'
import type { Table } from '../../../schema/table.ts'
import type { Value } from '../../../schema/value.ts'
import { columnUses } from '../../../sql/expression-names.ts'
import { foldName } from '../../../sql/name-text.ts'
import { sameTypes } from '../../../steps/same.ts'
import type { AddColumn, AlterColumn } from '../../../steps/step.ts'
import { isHere } from '../project/is-here.ts'
import { inParentheses } from '../quote.ts'
import { sqliteSql } from '../sqlite-sql.ts'
import { projectValue, valueSql } from '../value.ts'
import type { TableChange } from './table-change.ts'

/** Notes what the rows that are there get in a new column. */
export function noteAddColumn(change: TableChange, { column, fill }: AddColumn): void {
  const value = projectValue(fill, forDialect(column.type, 'sqlite'))
  if (value === undefined || change.from === undefined) change.values.delete(column.name)
  else change.values.set(column.name, { sql: valueSql(value), origin: 'new', filled: true })
}

/** Notes what becomes of the values of a changed column. */
export function noteAlterColumn(change: TableChange, { from, to, convert, fill }: AlterColumn): void {
  if (change.from === undefined || !isHere(to)) return
  const type = forDialect(to.type, 'sqlite')
  const filling = projectValue(fill, type)
  const old = change.values.get(from.name)
  const conversion = convert && sqliteSql(convert)
  const isOther = from.generated !== undefined && !sameTypes(from.type, to.type) && conversion === undefined
  if (old === undefined || !isHere(from) || isOther) {
    if (isOther) change.values.delete(to.name)
    if (filling !== undefined) change.values.set(to.name, { sql: valueSql(filling), origin: 'new', filled: true })
    return
  }
  if (conversion !== undefined) {
    change.values.set(to.name, { sql: inParentheses(conversion), origin: 'changed', converted: true })
  }
  if (filling === undefined || !from.nullable || to.nullable) return
  const held = change.values.get(to.name)!
  change.values.set(to.name, {
    ...held,
    sql: `coalesce(${held.sql}, ${valueSql(filling)})`,
    origin: held.origin === 'new' ? 'new' : 'changed',
    filled: true,
  })
}

/**
 * Whether SQL that is about to be noted reads the table as the database holds it: it must not name a column
 * whose value is itself still to be made.
 */
export function readsSettled(change: TableChange, now: Table, sqls: readonly (string | undefined)[]): boolean {
  if (change.from === undefined) return true
  const names = new Set(sqls.flatMap(sql => (sql === undefined ? [] : columnUses(sql).map(use => foldName(use.name)))))
  return now.columns.every(column => {
    if (!names.has(foldName(column.name))) return true
    return change.values.get(column.name)?.origin === 'kept'
  })
}

/** The SQL inside a fill, if it is SQL. */
export function sqlOf(value: Value | undefined): string | undefined {
  return value?.kind === 'sql' ? sqliteSql(value.sql) : undefined
}
