import { nameText } from '../../../../schema/name.ts'
import { headOf, type Table } from '../../../../schema/table.ts'
import { applyStep } from '../../../../steps/apply.ts'
import { lossOf } from '../../../../steps/loss.ts'
import { own } from '../../own.ts'
import { quoteQName } from '../../quote.ts'
import { changeComment } from '../comment.ts'
import { createTable } from '../create-table.ts'
import { followNames } from '../follow-names.ts'
import { liftReferences, liftView } from '../lift.ts'
import { draftTable, editLive, liveTable } from '../live.ts'
import { forgetLookups } from '../lookups.ts'
import { moveObject } from '../move-object.ts'
import { viewsReading } from '../readers.ts'
import { referencesTo } from '../references.ts'
import { emit, type Rendering } from '../rendering.ts'
import type { StepRenderers } from '../step-renderers.ts'
import { dropTriggersOf } from '../triggers-of.ts'

/** Tables, their names and options. */
export const tableRenderers: StepRenderers<'create table' | 'drop table' | 'rename table' | 'alter table'> = {
  'create table'(work, { table }) {
    createTable(work, table)
  },
  'drop table'(work, step) {
    dropTable(work, step.table, lossOf(step, 'postgres'))
  },
  'rename table'(work, step) {
    const before = work.live.tables.get(nameText(step.from))
    if (before === undefined) return
    applyStep(work.live, step)
    forgetLookups(work.lookups)
    if (before.only === 'sqlite') return
    moveObject(work, 'table', step.from, step.to)
    followNames(work, before, work.live.tables.get(nameText(step.to))!)
  },
  'alter table'(work, step) {
    const { table, from, to } = step
    if (own(from) === undefined) return createTable(work, draftTable(work, table)!)
    if (own(to) === undefined) return dropTable(work, liveTable(work, table)!, lossOf(step, 'postgres'))
    const name = quoteQName(table)
    if (from.unlogged !== to.unlogged) emit(work, `alter table ${name} set ${to.unlogged ? 'unlogged' : 'logged'}`)
    changeComment(work, `table ${name}`, from.comment, to.comment)
    editLive(work, table, old => ({ ...old, ...clearedHead(old), ...to }))
  },
}

function clearedHead(table: Table): object {
  return Object.fromEntries(Object.keys(headOf(table)).map(key => [key, undefined]))
}

/** Drops a table after the views that read it and the foreign keys that other tables have to it. */
function dropTable(work: Rendering, table: Table, lossy: string | undefined): void {
  for (const view of viewsReading(work, table.name)) liftView(work, view.name)
  const key = nameText(table.name)
  liftReferences(
    work,
    referencesTo(work, table.name).filter(reference => nameText(reference.table) !== key),
  )
  emit(work, `drop table ${quoteQName(table.name)}`, lossy === undefined ? {} : { lossy })
  work.live.tables.delete(key)
  dropTriggersOf(work, table.name)
}
