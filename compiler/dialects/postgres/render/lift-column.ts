import type { Column } from '../../../schema/column.ts'
import { type Constraint, columnsOf, sqlOf } from '../../../schema/constraint.ts'
import type { QName } from '../../../schema/name.ts'
import type { Trigger } from '../../../schema/objects.ts'
import type { Index } from '../../../schema/table-index.ts'
import { readsUnnamed } from '../../../sql/unnamed-columns.ts'
import { ownTrigger } from '../own.ts'
import { quoteIdentifier, quoteQName } from '../quote.ts'
import { columnKey, dropColumn, makeColumn } from './column.ts'
import { liftConstraint, liftIndex, liftReferences, liftView, triggerNote } from './lift.ts'
import { liveColumn, liveTable, putLive } from './live.ts'
import { mentionsName, mentionsType } from './mentions.ts'
import { liftHolders } from './objects.ts'
import { liveDescendants } from './partition-tree.ts'
import { queryOf, viewsReadingColumn } from './readers.ts'
import { referencesTo } from './references.ts'
import { emit, noteReason, type Rendering } from './rendering.ts'
import { dropTrigger } from './trigger.ts'
import { triggersOf } from './triggers-of.ts'

/** Takes out of the way what refuses that a column is dropped, or would be dropped along with it in silence. */
export function liftUsersOf(work: Rendering, table: QName, column: string): void {
  for (const { name } of liveDescendants(work, table)) liftUsersOf(work, name, column)
  liftReaders(work, table, column)
  liftKeysWith(work, table, column)
  for (const generated of columnsGeneratedFrom(work, table, column)) liftColumn(work, table, generated.name)
  const uses = (index: Index) =>
    indexColumns(index).includes(column) || indexTexts(index).some(sql => mentionsName(sql, column))
  for (const index of liveTable(work, table)?.indexes.filter(uses) ?? []) liftIndex(work, table, index)
  for (const constraint of liveTable(work, table)?.constraints ?? []) {
    if (constraintUses(constraint, column)) liftConstraint(work, table, constraint)
  }
}

/** Takes out of the way what refuses that the type of a column changes, and what would be judged by the old one. */
export function liftForType(work: Rendering, table: QName, column: string): void {
  for (const { name } of liveDescendants(work, table)) liftForType(work, name, column)
  liftReaders(work, table, column)
  liftKeysWith(work, table, column)
  for (const generated of columnsGeneratedFrom(work, table, column)) liftColumn(work, table, generated.name)
  for (const index of liveTable(work, table)?.indexes ?? []) {
    if (dependsOnType(index, column)) liftIndex(work, table, index)
  }
  for (const constraint of liveTable(work, table)?.constraints ?? []) {
    const isJudged = constraint.kind === 'check' || constraint.kind === 'exclude'
    if (isJudged && constraintUses(constraint, column)) liftConstraint(work, table, constraint)
  }
}

/**
 * Drops a generated column until the end of the segment: its values follow from the others. One that stops being generated
 * in this segment does so now, while it has its values.
 */
export function liftColumn(work: Rendering, table: QName, column: string): void {
  if (work.freedAhead.has(columnKey(table, column))) freeColumn(work, table, column)
  else {
    liftUsersOf(work, table, column)
    noteReason(work, columnKey(table, column))
    dropColumn(work, table, column)
  }
}

/** Views, functions and triggers that read a column. */
function liftReaders(work: Rendering, table: QName, column: string): void {
  liftHolders(work, { space: 'column', name: { name: column }, of: table })
  for (const view of viewsReadingColumn(work, table, column)) liftView(work, view.name)
  for (const [key, trigger] of triggersOf(work, table)) {
    const own = ownTrigger(trigger)
    if (own === undefined || !triggerReads(own, column)) continue
    noteReason(work, triggerNote(key))
    dropTrigger(work, own)
  }
}

function triggerReads(trigger: Trigger, column: string): boolean {
  return mentionsName(trigger.sql.all!, column) || readsUnnamed(trigger.sql.all!)
}

/** Foreign keys with a column on either side. */
function liftKeysWith(work: Rendering, table: QName, column: string): void {
  liftReferences(
    work,
    referencesTo(work, table).filter(({ key }) => key.targetColumns.includes(column)),
  )
  for (const constraint of liveTable(work, table)?.constraints ?? []) {
    if (constraint.kind === 'foreign' && constraint.columns.includes(column)) liftConstraint(work, table, constraint)
  }
}

/** Makes a generated column a plain one that keeps its values. */
export function freeColumn(work: Rendering, table: QName, name: string): void {
  const { generated, ...column } = liveColumn(work, table, name)!
  if (generated!.stored) {
    emit(work, `alter table ${quoteQName(table)} alter column ${quoteIdentifier(name)} drop expression`)
    putLive(work, table, 'columns', column)
    return
  }
  // Only stored values can stay as they are (the manual, ALTER TABLE, DROP EXPRESSION).
  liftUsersOf(work, table, name)
  dropColumn(work, table, name)
  makeColumn(work, table, column, { kind: 'sql', sql: generated!.sql })
}

function columnsGeneratedFrom(work: Rendering, table: QName, column: string): readonly Column[] {
  const live = liveTable(work, table)
  return (
    live?.columns.filter(
      one =>
        one.inherited === undefined &&
        one.name !== column &&
        one.generated &&
        mentionsName(one.generated.sql.all!, column),
    ) ?? []
  )
}

function constraintUses(constraint: Constraint, column: string): boolean {
  return columnsOf(constraint).includes(column) || sqlOf(constraint).some(sql => mentionsName(sql.all!, column))
}

/** A plain index follows the type of its column; an expression, an operator class or a collation may not fit the new one. */
function dependsOnType(index: Index, column: string): boolean {
  if (indexTexts(index).some(sql => mentionsName(sql, column))) return true
  const keys = index.keys.filter(key => key.column === column)
  return keys.some(key => key.opclass !== undefined || key.collate !== undefined || index.using !== undefined)
}

function indexColumns(index: Index): readonly string[] {
  return [...index.keys.flatMap(key => key.column ?? []), ...(index.include ?? [])]
}

/** The expressions of an index. */
export function indexTexts(index: Index): readonly string[] {
  return [...index.keys.flatMap(key => key.sql?.all ?? []), ...(index.where ? [index.where.all!] : [])]
}

/** Takes the views and triggers out of the way whose SQL uses something. */
export function liftTexts(work: Rendering, uses: (sql: string) => boolean): void {
  for (const view of [...work.live.views.values()]) {
    if (view.only !== 'sqlite' && uses(queryOf(view))) liftView(work, view.name)
  }
  for (const [key, trigger] of [...work.live.triggers]) {
    const own = ownTrigger(trigger)
    if (own === undefined || !uses(own.sql.all!)) continue
    noteReason(work, triggerNote(key))
    dropTrigger(work, own)
  }
}

/** Takes out of the way what names a type in its SQL, such as `'a'::mood`, wherever it stands. */
export function liftUsersOfType(work: Rendering, type: QName): void {
  const uses = (sql: string) => mentionsType(sql, type.name)
  liftTexts(work, uses)
  liftHolders(work, { space: 'type', name: type })
  for (const { name } of [...work.live.tables.values()]) liftMembersNaming(work, name, uses)
}

function liftMembersNaming(work: Rendering, table: QName, uses: (sql: string) => boolean): void {
  const live = liveTable(work, table)
  for (const column of live?.columns ?? []) {
    if (column.inherited === undefined && column.generated && uses(column.generated.sql.all!))
      liftColumn(work, table, column.name)
  }
  for (const index of live?.indexes ?? []) if (indexTexts(index).some(uses)) liftIndex(work, table, index)
  for (const constraint of live?.constraints ?? []) {
    if (sqlOf(constraint).some(sql => uses(sql.all!))) liftConstraint(work, table, constraint)
  }
}
