import { nameText } from '../../../schema/name.ts'
import type { Table } from '../../../schema/table.ts'
import type { Index } from '../../../schema/table-index.ts'
import { foldName } from '../../../sql/name-text.ts'
import type { Statement } from '../../dialect.ts'
import { type ChangeStatements, changeStatements } from './change-statements.ts'
import { createIndex, dropIndex } from './create-index.ts'
import { changeOf, type Progress, tableHere } from './progress.ts'
import { referencedTables } from './referenced-tables.ts'
import { isSameIndex } from './same-here.ts'
import { statement } from './statement.ts'
import { aboutIndex, type TableChange } from './table-change.ts'

/** Does all that is pending; what only an old index name waits for is done too, since that name may be wanted now. */
export function flush(progress: Progress): void {
  if (progress.pending.size === 0) return
  settleIndexes(progress)
}

/** As `flush`, and leaves no index under an old name. */
export function settleIndexes(progress: Progress): void {
  for (const { name } of [...progress.oldIndexes.values()]) changeOf(progress, name)
  const changes = [...progress.pending.values()]
  progress.pending.clear()
  finish(progress, changes)
}

/** Does what is pending for one table. */
export function flushTable(progress: Progress, change: TableChange): void {
  progress.pending.delete(foldName(change.name.name))
  finish(progress, [change])
}

interface Finished {
  readonly change: TableChange
  readonly to: Table | undefined
  readonly done: ChangeStatements
}

/** Index names are one name space: all that go are gone before any comes. */
function finish(progress: Progress, changes: readonly TableChange[]): void {
  const all = changes.map((change): Finished => {
    const to = tableHere(progress, change.name)
    return { change, to, done: changeStatements(change, to) }
  })
  const { statements } = progress.segment
  for (const one of all) statements.push(...indexDrops(one))
  for (const one of inOrder(all)) {
    statements.push(...one.done.statements)
    record(progress, one)
  }
  for (const one of all) statements.push(...indexCreations(one))
}

/** New tables, then changes (first those that read other tables for their rows), then drops: what is read is still there. */
function inOrder(all: readonly Finished[]): readonly Finished[] {
  const rank = ({ done, change }: Finished): number => {
    if (done.how === 'create') return 0
    if (done.how === 'drop') return 3
    return [...change.values.values()].some(value => /\bselect\b/i.test(value.sql)) ? 1 : 2
  }
  return [0, 1, 2, 3].flatMap(wanted => all.filter(one => rank(one) === wanted))
}

function indexDrops({ change, to, done }: Finished): readonly Statement[] {
  if (to === undefined || done.how === 'rebuild') return []
  const kept = new Map(to.indexes.map(index => [index.name, index]))
  const stays = (index: Index) => {
    const now = kept.get(index.name)
    return now !== undefined && isSameIndex(index, now)
  }
  const dropped = (change.from?.indexes ?? []).filter(index => !stays(index))
  return dropped.map(index => statement(dropIndex(index.name), aboutIndex(change, index.name)))
}

function indexCreations({ change, to, done }: Finished): readonly Statement[] {
  if (to === undefined) return []
  const old = new Map(done.how === 'rebuild' ? [] : change.from?.indexes.map(index => [index.name, index]))
  const created = to.indexes.filter(index => {
    const before = old.get(index.name)
    return before === undefined || !isSameIndex(before, index)
  })
  return created.map(index => statement(createIndex(to.name, index), aboutIndex(change, index.name)))
}

/** Remembers what the end of the script and the views must know of a change. */
function record(progress: Progress, { change, to, done }: Finished): void {
  const { tables, segment } = progress
  const key = foldName(change.name.name)
  if (done.disturbs) segment.disturbed.add(key)
  for (const [column, { origin, filled }] of to === undefined ? [] : change.values) {
    if (origin === 'changed' || filled) segment.rewritten.add(`${key} ${foldName(column)}`)
  }
  if (done.how === 'create' && to !== undefined) tables.created.add(key)
  if (done.how === 'drop') {
    tables.created.delete(key)
    tables.affected.add(key)
    if (referencedTables(progress).has(key)) tables.needsKeysOff = true
  }
  if (done.how === 'rebuild') {
    tables.affected.add(key)
    tables.needsKeysOff = true
  }
}

/** Whether a table of that name is dropped by a change that is still pending: another can only take its name after that. */
export function isDroppedPending(progress: Progress, name: string): boolean {
  const change = progress.pending.get(foldName(name))
  return change !== undefined && !progress.draft.tables.has(nameText(change.name))
}
