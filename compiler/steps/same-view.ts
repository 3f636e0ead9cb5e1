import { nameText } from '../schema/name.ts'
import type { View, ViewColumn, ViewOption } from '../schema/objects.ts'
import { sameDialectSql } from '../sql/same.ts'
import { sameList, sameNames, sameValue } from './same.ts'

/** Whether two views are the same. */
export function sameView(a: View, b: View): boolean {
  return (
    a === b ||
    (nameText(a.name) === nameText(b.name) &&
      a.comment === b.comment &&
      a.only === b.only &&
      sameNames(a.dependsOn, b.dependsOn) &&
      sameOptions(a.options, b.options) &&
      sameViewColumns(a.columns, b.columns) &&
      sameList(a.columnNames ?? [], b.columnNames ?? []) &&
      sameDialectSql(a.sql, b.sql))
  )
}

function sameOptions(a: readonly ViewOption[] = [], b: readonly ViewOption[] = []): boolean {
  return a.length === b.length && a.every((one, at) => one.name === b[at]!.name && one.value === b[at]!.value)
}

function sameViewColumns(a: readonly ViewColumn[] = [], b: readonly ViewColumn[] = []): boolean {
  const same = (one: ViewColumn, other: ViewColumn) =>
    one.name === other.name && one.comment === other.comment && sameValue(one.default, other.default)
  return a.length === b.length && a.every((one, at) => same(one, b[at]!))
}
