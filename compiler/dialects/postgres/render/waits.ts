import type { Column } from '../../../schema/column.ts'
import { type Constraint, columnsOf, type ForeignKey, sqlOf } from '../../../schema/constraint.ts'
import { nameText, type QName } from '../../../schema/name.ts'
import { columnOf, type Table } from '../../../schema/table.ts'
import type { Index } from '../../../schema/table-index.ts'
import type { Type } from '../../../schema/type.ts'
import type { Value } from '../../../schema/value.ts'
import { usesOfTypes } from '../../../steps/objects/follow-type.ts'
import { isSameType } from '../types/using.ts'
import { valueSql } from '../value.ts'
import { objectsAmong, usesMissing } from './away.ts'
import { defaultSql } from './column-text.ts'
import { draftTable, liveTable, liveTarget } from './live.ts'
import { mentionsName, mentionsValue } from './mentions.ts'
import type { Rendering } from './rendering.ts'

/** Whether SQL names a value that an enum gets only further on in this segment, or a function that is still to come. */
export function namesComingValue(work: Rendering, sql: string | undefined): boolean {
  if (sql === undefined) return false
  if (usesMissing(work, sql)) return true
  for (const { from, to } of work.enumsAhead.values()) {
    if (to.values.some(value => !from.values.includes(value) && mentionsValue(sql, value))) return true
  }
  return false
}

/** Whether a column's default has to wait: the column comes without it, the end of the segment sets it. */
export function defaultWaits(work: Rendering, column: Column): boolean {
  if (column.generated !== undefined) return false
  return namesComingValue(work, defaultSql(column)) || (column.default?.kind === 'sql' && typeChanges(work, column))
}

/** An expression for a composite type, say, is right only once that has its fields. */
function typeChanges(work: Rendering, column: Column): boolean {
  return work.objectsAhead.size > 0 && objectsAmong(work, work.objectsAhead, usesOfTypes(column.type)).length > 0
}

/** Whether the value for the rows has to wait. */
export function fillWaits(work: Rendering, fill: Value | undefined): boolean {
  return fill !== undefined && namesComingValue(work, valueSql(fill))
}

/** Whether a column cannot take its new type yet, since rows may hold a value that the enum gets only later. */
export function typeWaits(work: Rendering, from: Type, to: Type): boolean {
  if (isSameType(from, to)) return false
  const item = itemOf(to)
  const ahead = item.kind === 'enum' ? work.enumsAhead.get(nameText(item.name)) : undefined
  return ahead?.to.values.some(value => !ahead.from.values.includes(value)) ?? false
}

function itemOf(type: Type): Type {
  return type.kind === 'array' ? itemOf(type.of) : type
}

/** Whether a generated column cannot be made yet. */
export function generatedWaits(work: Rendering, table: QName, column: Column): boolean {
  const sql = column.generated?.sql.all
  return sql !== undefined && expressionWaits(work, table, sql)
}

/** Whether an index cannot be made yet. */
export function indexWaits(work: Rendering, table: QName, index: Index): boolean {
  const live = liveTable(work, table)
  if (live === undefined) return true
  const names = [...index.keys.flatMap(key => key.column ?? []), ...(index.include ?? [])]
  if (names.some(name => columnOf(live, name) === undefined)) return true
  const texts = [...index.keys.flatMap(key => key.sql?.all ?? []), ...(index.where ? [index.where.all!] : [])]
  return texts.some(sql => expressionWaits(work, table, sql))
}

/** Whether a key or check cannot be made yet: a column, the table it points at or the key there is not there. */
export function constraintWaits(work: Rendering, table: QName, constraint: Constraint): boolean {
  const live = liveTable(work, table)
  if (live === undefined) return true
  if (sqlOf(constraint).some(sql => expressionWaits(work, table, sql.all!))) return true
  if (columnsOf(constraint).some(name => columnOf(live, name) === undefined)) return true
  if (constraint.kind !== 'foreign') return false
  const changes = (name: QName, columns: readonly string[]) =>
    columns.some(column => work.columnsAhead.get(nameText(name))?.has(column))
  if (changes(table, constraint.columns) || changes(constraint.target, constraint.targetColumns)) return true
  return !isReferable(liveTarget(work, constraint.target), constraint)
}

/** A foreign key needs a key or a unique index on exactly the columns it points at (CREATE TABLE, REFERENCES). */
export function isReferable(target: Table | undefined, key: ForeignKey): boolean {
  if (target === undefined) return false
  const covers = (columns: readonly (string | undefined)[]) => isSameSet(columns, key.targetColumns)
  return (
    target.constraints.some(
      other =>
        (other.kind === 'primary' || other.kind === 'unique') &&
        other.deferrable === undefined &&
        covers(other.columns),
    ) ||
    target.indexes.some(index => index.unique && index.where === undefined && covers(index.keys.map(one => one.column)))
  )
}

/** Whether two lists hold the same names in whatever order. */
export function isSameSet(a: readonly (string | undefined)[], b: readonly string[]): boolean {
  return a.length === b.length && b.every(name => a.includes(name))
}

/** Whether an expression over a table's row cannot stand yet: its columns or the values in it are still to come or to change. */
function expressionWaits(work: Rendering, table: QName, sql: string): boolean {
  for (const name of work.columnsAhead.get(nameText(table)) ?? []) if (mentionsName(sql, name)) return true
  return namesComingValue(work, sql) || readsMissingColumn(work, table, sql)
}

/** A column that the steps so far have but the database does not hold: it was taken away until the end of the segment. */
function readsMissingColumn(work: Rendering, table: QName, sql: string): boolean {
  const live = liveTable(work, table)
  const wanted = draftColumns(work, table)
  return wanted.some(name => live !== undefined && columnOf(live, name) === undefined && mentionsName(sql, name))
}

function draftColumns(work: Rendering, name: QName): readonly string[] {
  return draftTable(work, name)?.columns.map(column => column.name) ?? []
}
