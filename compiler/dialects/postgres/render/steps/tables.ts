import { nameText, type QName } from '../../../../schema/name.ts'
import { samePartitionBy } from '../../../../schema/partition.ts'
import { headOf, type Table, type TableHead } from '../../../../schema/table.ts'
import { applyStep } from '../../../../steps/apply.ts'
import { lossOf } from '../../../../steps/loss.ts'
import { sameHead } from '../../../../steps/same.ts'
import { own } from '../../own.ts'
import { quoteQName } from '../../quote.ts'
import { columnKey } from '../column.ts'
import { changeComment } from '../comment.ts'
import { createTable } from '../create-table.ts'
import { joinDivided, leaveToDefault } from '../default-partition.ts'
import { awaitsDivision, divideAnew } from '../divide-anew.ts'
import { followNames } from '../follow-names.ts'
import { followInheritedNames, inheritedNames } from '../inherited-names.ts'
import { liftReferences, liftView } from '../lift.ts'
import { draftTable, editLive, liveTable } from '../live.ts'
import { forgetLookups } from '../lookups.ts'
import { moveObject } from '../move-object.ts'
import { liftHolders, loseDependants, releaseDependants } from '../objects.ts'
import { changeParents, freePartition } from '../parents.ts'
import { viewsReading } from '../readers.ts'
import { referencesTo } from '../references.ts'
import { carryReason, emit, type Rendering } from '../rendering.ts'
import { changeRowSecurity } from '../row-security.ts'
import type { StepRenderers } from '../step-renderers.ts'
import { changeStorage } from '../table-storage.ts'
import { dropTriggersOf } from '../triggers-of.ts'

/** Tables, their names and options. */
export const tableRenderers: StepRenderers<'create table' | 'drop table' | 'rename table' | 'alter table'> = {
  'create table'(work, { table }) {
    if (awaitsDivision(work, table) || work.live.tables.has(nameText(table.name))) return
    const { name, partitionOf, partitionBy } = table
    const join = () => createTable(work, table)
    if (partitionOf === undefined) return join()
    joinDivided(work, { name, partitionOf, isThere: false, isDivided: partitionBy !== undefined, join })
  },
  'drop table'(work, step) {
    if (awaitsDivision(work, step.table) || !work.live.tables.has(nameText(step.table.name))) return
    dropTable(work, step.table, lossOf(step, 'postgres'), step.undo)
  },
  'rename table'(work, step) {
    const before = work.live.tables.get(nameText(step.from))
    if (before === undefined) return
    const inherited = inheritedNames(work, before)
    applyStep(work.live, step)
    forgetLookups(work.lookups)
    for (const { name } of before.columns) carryReason(work, columnKey(step.from, name), columnKey(step.to, name))
    if (before.only === 'sqlite') return
    moveObject(work, 'table', step.from, step.to)
    followNames(work, before, work.live.tables.get(nameText(step.to))!)
    followInheritedNames(work, work.live.tables.get(nameText(step.to))!, inherited)
  },
  'alter table'(work, step) {
    const { table, from, to } = step
    if (own(from) === undefined) return createTable(work, draftTable(work, table)!)
    if (own(to) === undefined) return dropTable(work, liveTable(work, table)!, lossOf(step, 'postgres'))
    if (awaitsDivision(work, from) && awaitsDivision(work, to)) return
    if (isThere(work, table, to)) return
    if (!samePartitionBy(from.partitionBy, to.partitionBy)) return divideAnew(work, table, from, to)
    const name = quoteQName(table)
    changeStorage(work, table, from, to)
    changeParents(work, table, from, to)
    changeRowSecurity(work, table, from, to)
    changeComment(work, `table ${name}`, from.comment, to.comment)
    editLive(work, table, old => ({ ...old, ...clearedHead(old), ...to }))
  },
}

/** Whether a partition is as it is to be, since its table was made anew. */
function isThere(work: Rendering, name: QName, to: TableHead): boolean {
  const live = to.partitionOf && liveTable(work, name)
  return live !== undefined && sameHead(headOf(live), own(to)!)
}

function clearedHead(table: Table): object {
  return Object.fromEntries(Object.keys(headOf(table)).map(key => [key, undefined]))
}

/** Drops a table after the views that read it and the foreign keys that other tables have to it. */
function dropTable(work: Rendering, table: Table, lossy: string | undefined, undo = false): void {
  for (const view of viewsReading(work, table.name)) liftView(work, view.name)
  const key = nameText(table.name)
  liftReferences(
    work,
    referencesTo(work, table.name).filter(reference => nameText(reference.table) !== key),
  )
  liftHolders(work, { space: 'relation', name: table.name }, { space: 'type', name: table.name })
  for (const { name } of table.columns) releaseDependants(work, { space: 'column', name: { name }, of: table.name })
  const isKept = undo && leaveToDefault(work, table)
  if (!isKept) freePartition(work, table)
  emit(work, `drop table ${quoteQName(table.name)}`, lossy === undefined || isKept ? {} : { lossy })
  work.live.tables.delete(key)
  dropTriggersOf(work, table.name)
  loseDependants(work, { space: 'relation', name: table.name })
  for (const { name } of table.columns) loseDependants(work, { space: 'column', name: { name }, of: table.name })
}
