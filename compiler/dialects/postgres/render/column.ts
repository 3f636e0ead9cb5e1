import type { Column } from '../../../schema/column.ts'
import { nameText, type QName } from '../../../schema/name.ts'
import type { Value } from '../../../schema/value.ts'
import { readTokens } from '../../../sql/tokens.ts'
import { quoteIdentifier, quoteQName } from '../quote.ts'
import { valueSql } from '../value.ts'
import { setColumnProperties, setHeirProperties } from './column-properties.ts'
import { columnDefinition, defaultSql } from './column-text.ts'
import { changeComment, columnObject } from './comment.ts'
import { refuseRowsWithoutValue } from './guard.ts'
import { draftTable, liveTable, putLive, removeLive } from './live.ts'
import { loseDependants, releaseDependants } from './objects.ts'
import { emit, noteReason, type Rendering } from './rendering.ts'
import { defaultWaits, fillWaits, generatedWaits } from './waits.ts'

/** How a column is called in the notes of a rendering. */
export function columnKey(table: QName, name: string): string {
  return `column ${nameText(table)}.${name}`
}

/** Adds a column and gives the rows that are there their value, or makes it wait for what it needs. */
export function addColumn(work: Rendering, table: QName, column: Column, fill?: Value): void {
  if (generatedWaits(work, table, column)) {
    noteReason(work, columnKey(table, column.name))
    return
  }
  const bare = withoutWaiting(work, table, column, fill)
  makeColumn(work, table, bare, fillWaits(work, fill) ? undefined : fill)
}

/**
 * The column as it can be now: without a default, and without NOT NULL, for which a value is still to come. The end of
 * the segment brings both.
 */
export function withoutWaiting(work: Rendering, table: QName, column: Column, fill: Value | undefined): Column {
  const bare = withoutWaitingDefault(work, table, column)
  const later = fill === undefined ? bare !== column : fillWaits(work, fill)
  const value = fill ?? column.default
  if (!later || value === undefined) return bare
  noteReason(work, columnKey(table, column.name))
  work.fillsLater.set(columnKey(table, column.name), value)
  return { ...bare, nullable: true }
}

/** The same for the default alone. */
export function withoutWaitingDefault(work: Rendering, table: QName, column: Column): Column {
  if (!defaultWaits(work, column)) return column
  noteReason(work, columnKey(table, column.name))
  const { default: _default, ...rest } = column
  return rest
}

/** Adds a column whatever it needs. */
export function makeColumn(work: Rendering, table: QName, column: Column, fill?: Value): void {
  const value = fill && valueSql(fill)
  if (value === undefined || givesItself(column)) addBare(work, table, column)
  else if (fill!.kind === 'sql' && readsRow(work, table, value)) addAndUpdate(work, table, column, value)
  else addThroughDefault(work, table, column, value)
  setColumnProperties(work, table, [column])
  changeComment(work, columnObject(table, column.name), undefined, column.comment)
  putLive(work, table, 'columns', column)
  setHeirProperties(work, table, {}, column)
  work.added.add(columnKey(table, column.name))
}

function givesItself(column: Column): boolean {
  return column.generated !== undefined || column.identity !== undefined
}

function addBare(work: Rendering, table: QName, column: Column): void {
  const filled = column.nullable || column.default !== undefined || givesItself(column)
  if (!filled) refuseRowsWithoutValue(work, table, column.name)
  emit(work, `alter table ${quoteQName(table)} add column ${columnDefinition(column)}`)
}

/** A constant default is kept beside the rows instead of being written into each (the manual, ALTER TABLE, Notes). */
function addThroughDefault(work: Rendering, table: QName, column: Column, value: string): void {
  const wanted = defaultSql(column)
  const filled: Column = { ...column, default: { kind: 'sql', sql: { all: value } } }
  emit(work, `alter table ${quoteQName(table)} add column ${columnDefinition(filled)}`)
  if (wanted === value) return
  const action = wanted === undefined ? 'drop default' : `set default ${wanted}`
  emit(work, `alter table ${quoteQName(table)} alter column ${quoteIdentifier(column.name)} ${action}`)
}

function addAndUpdate(work: Rendering, table: QName, column: Column, value: string): void {
  const name = quoteIdentifier(column.name)
  const { default: _default, ...bare } = column
  emit(work, `alter table ${quoteQName(table)} add column ${columnDefinition({ ...bare, nullable: true })}`)
  updateRows(work, table, `set ${name} = ${value}`)
  const wanted = defaultSql(column)
  const actions = [
    ...(wanted === undefined ? [] : [`alter column ${name} set default ${wanted}`]),
    ...(column.nullable ? [] : [`alter column ${name} set not null`]),
  ]
  if (actions.length > 0) emit(work, `alter table ${quoteQName(table)} ${actions.join(', ')}`)
}

/**
 * Changes rows; a constraint that is deferred is checked at once, since no table can be altered while its
 * checks are still to come (SET CONSTRAINTS).
 */
export function updateRows(work: Rendering, table: QName, change: string, lossy?: string): void {
  const live = liveTable(work, table)
  const deferred = live?.constraints.some(one => 'deferrable' in one && one.deferrable === 'initially deferred')
  if (deferred) emit(work, 'set constraints all immediate')
  emit(work, `update ${quoteQName(table)} ${change}`, lossy === undefined ? {} : { lossy })
}

/** Whether an expression reads the row that it is for, or other rows: a default can do neither. */
function readsRow(work: Rendering, table: QName, sql: string): boolean {
  const columns = new Set(draftTable(work, table)?.columns.map(column => column.name))
  return readTokens(sql).some(
    token =>
      (token.kind === 'name' && (columns.has(token.value) || token.value === 'select')) ||
      (token.kind === 'quoted name' && columns.has(token.value)),
  )
}

/** Drops a column that the database holds; the members that use it are gone by now. */
export function dropColumn(work: Rendering, table: QName, name: string, lossy?: string): void {
  releaseDependants(work, { space: 'column', name: { name }, of: table })
  const sql = `alter table ${quoteQName(table)} drop column ${quoteIdentifier(name)}`
  emit(work, sql, lossy === undefined ? {} : { lossy })
  removeLive(work, table, 'columns', name)
  loseDependants(work, { space: 'column', name: { name }, of: table })
}
