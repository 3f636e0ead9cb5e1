import type { Column } from '../../../schema/column.ts'
import { forDialect } from '../../../schema/dialect.ts'
import { nameText, type QName } from '../../../schema/name.ts'
import { nullsLoss, valuesLoss } from '../../../steps/column-loss.ts'
import { sameColumn } from '../../../steps/same.ts'
import type { AlterColumn } from '../../../steps/step.ts'
import { withBaseTypes } from '../../../steps/with-base-types.ts'
import { quoteIdentifier, quoteQName } from '../quote.ts'
import { isSameType, usingFor, usingWritten } from '../types/using.ts'
import { valueSql } from '../value.ts'
import { addColumn, columnKey, dropColumn, updateRows, withoutWaiting, withoutWaitingDefault } from './column.ts'
import { propertyActions, setHeirProperties } from './column-properties.ts'
import { collateClause, columnType, defaultSql } from './column-text.ts'
import { changeComment, columnObject } from './comment.ts'
import { continueAfterRows, identityActions, isNewIdentity, renameSequence } from './identity-change.ts'
import { usingAfterEnum } from './later-values.ts'
import { freeColumn, liftForType, liftUsersOf } from './lift-column.ts'
import { liveColumn, putLive } from './live.ts'
import { emit, type LaterChange, noteReason, type Rendering } from './rendering.ts'
import { freeSequence, takeOver } from './sequence-handover.ts'
import { typeWaits } from './waits.ts'

/** One column's part in a change of its table: what it is in the database, what it becomes, and how. */
interface ColumnChange {
  readonly step: LaterChange
  readonly from: Column
  readonly to: Column
}

/**
 * Changes columns of one table, which costs one pass over its rows. The steps are those of Postgres; a column that is
 * not in the database now comes with the end of the segment.
 */
export function alterColumns(work: Rendering, table: QName, steps: readonly LaterChange[]): void {
  for (const { from, to } of steps) {
    const generated = liveColumn(work, table, from.name)?.generated
    if (generated !== undefined && to.generated === undefined) freeColumn(work, table, from.name)
  }
  const changes = steps.flatMap(step => {
    const from = liveColumn(work, table, step.from.name)
    if (from === undefined) return []
    if (!typeWaits(work, from.type.all!, step.to.type.all!)) return [{ step, from, to: possibleNow(work, step, from) }]
    changeLater(work, step)
    return []
  })
  for (const change of changes) {
    if (change.to.generated === undefined && isTurned(change)) liftForType(work, table, change.from.name)
  }
  const kept = changes.filter(change => !isRebuilt(change) && liveColumn(work, table, change.from.name) !== undefined)
  alterTogether(work, table, kept)
  for (const change of kept) {
    changeComment(work, columnObject(table, change.to.name), change.from.comment, change.to.comment)
    putLive(work, table, 'columns', change.to)
    setHeirProperties(work, table, change.from, change.to)
  }
  for (const change of changes.filter(isRebuilt)) rebuild(work, table, change)
}

/** Leaves a change to the end of the segment; what reads the column waits as well. */
function changeLater(work: Rendering, step: AlterColumn): void {
  const key = columnKey(step.table, step.to.name)
  noteReason(work, key)
  const using = usingAfterEnum(work, step)
  work.changesLater.set(key, { ...step, ...(using !== undefined && { using }) })
  work.columnsAhead.get(nameText(step.table))?.add(step.to.name)
}

/** A column that is to become NOT NULL waits for the value that its nulls get. */
function possibleNow(work: Rendering, { table, to, fill }: AlterColumn, from: Column): Column {
  const filled = from.nullable && !to.nullable && fill !== undefined
  return filled ? withoutWaiting(work, table, to, fill) : withoutWaitingDefault(work, table, to)
}

/** Whether Postgres can only drop the column and add it again: it cannot begin to be generated, nor be so in another way. */
function isRebuilt({ from, to }: ColumnChange): boolean {
  if (to.generated === undefined) return false
  const bare = (column: Column) => ({ ...column, comment: '', nullable: true })
  return from.generated === undefined || !sameColumn(bare(from), bare(to))
}

function rebuild(work: Rendering, table: QName, { step, from, to }: ColumnChange): void {
  if (liveColumn(work, table, from.name) === undefined) return
  liftUsersOf(work, table, from.name)
  dropColumn(work, table, from.name, valuesLoss(withBaseTypes(step, 'postgres', work.live), 'postgres'))
  addColumn(work, table, to)
}

function isRetyped(from: Column, to: Column): boolean {
  return !isSameType(from.type.all!, to.type.all!) || from.collate !== to.collate
}

/** Whether the values are written anew; a column that left its enum as text may have its new type and still be to convert. */
function isTurned({ step, from, to }: ColumnChange): boolean {
  const isWritten = step.convert !== undefined && forDialect(step.convert, 'postgres') !== undefined
  return isRetyped(from, to) || (isWritten && !isSameType(step.from.type.all!, step.to.type.all!))
}

/** All the changes in one statement, but for NOT NULL where nulls must be filled first. */
function alterTogether(work: Rendering, table: QName, changes: readonly ColumnChange[]): void {
  const losses = changes
    .map(({ step }) => valuesLoss(withBaseTypes(step, 'postgres', work.live), 'postgres'))
    .filter(loss => loss !== undefined)
  const lossy = losses.length === 0 ? {} : { lossy: losses.join('; ') }
  const freed = new Map(changes.map(change => [change, freeSequence(work, table, change.from, change.to)]))
  alterTable(work, table, changes.flatMap(actions), lossy)
  const filled = changes.filter(fillOf)
  for (const change of filled) {
    const name = quoteIdentifier(change.to.name)
    const isNew = work.added.has(columnKey(table, change.to.name))
    const lossy = isNew ? undefined : nullsLoss(change.step, 'postgres')
    updateRows(work, table, `set ${name} = ${fillOf(change)} where ${name} is null`, lossy)
  }
  alterTable(
    work,
    table,
    filled.map(({ to }) => `alter column ${quoteIdentifier(to.name)} set not null`),
  )
  for (const change of changes) {
    const { from, to } = change
    renameSequence(work, table, from, to)
    const sequence = freed.get(change)
    if (sequence !== undefined) takeOver(work, table, to, sequence)
    else if (isNewIdentity(from, to)) continueAfterRows(work, table, to)
  }
}

function alterTable(work: Rendering, table: QName, parts: readonly string[], lossy: { lossy?: string } = {}): void {
  if (parts.length === 0) return
  const separator = parts.length === 1 ? ' ' : '\n  '
  emit(work, `alter table ${quoteQName(table)}${separator}${parts.join(`,${separator}`)}`, lossy)
}

function fillOf({ step, from, to }: ColumnChange): string | undefined {
  return from.nullable && !to.nullable && step.fill !== undefined ? valueSql(step.fill) : undefined
}

/** The parts of one `alter table` for a column (the manual, ALTER TABLE). */
function actions(change: ColumnChange): readonly string[] {
  const { step, from, to } = change
  const name = quoteIdentifier(to.name)
  const retyped = isTurned(change)
  const before = defaultSql(from)
  const after = defaultSql(to)
  const parts: string[] = []
  if (from.identity !== undefined && (to.identity === undefined || isNewIdentity(from, to))) parts.push('drop identity')
  if (before !== undefined && (retyped || after === undefined)) parts.push('drop default')
  if (!from.nullable && to.nullable) parts.push('drop not null')
  if (retyped) parts.push(`type ${columnType(to)}${collateClause(to)}${usingClause(step, from, to)}`)
  if (after !== undefined && (retyped || after !== before)) parts.push(`set default ${after}`)
  if (from.nullable && !to.nullable && fillOf(change) === undefined) parts.push('set not null')
  parts.push(...identityActions(from, to), ...propertyActions(from, to, isRetyped(from, to)))
  return parts.map(part => `alter column ${name} ${part}`)
}

function usingClause(step: LaterChange, from: Column, to: Column): string {
  if (to.generated !== undefined) return ''
  const written = step.using ?? (step.convert && forDialect(step.convert, 'postgres'))
  const name = quoteIdentifier(from.name)
  const type = to.type.all!
  const sql = written === undefined ? usingFor(name, from.type.all!, type) : usingWritten(written, type)
  return sql === undefined ? '' : ` using ${sql}`
}
