import { nameText, type QName, sameName } from '../../../../schema/name.ts'
import type { View } from '../../../../schema/objects.ts'
import { columnOf } from '../../../../schema/table.ts'
import { joinsByName } from '../../../../sql/query-names.ts'
import { readsUnnamed } from '../../../../sql/unnamed-columns.ts'
import { applyStep } from '../../../../steps/apply.ts'
import { lossOf } from '../../../../steps/loss.ts'
import type { StepOf } from '../../../../steps/step.ts'
import { quoteIdentifier, quoteQName } from '../../quote.ts'
import { alterColumns } from '../alter-column.ts'
import { addColumn, columnKey, dropColumn } from '../column.ts'
import { followNames } from '../follow-names.ts'
import { followInheritedNames, inheritedNames } from '../inherited-names.ts'
import { liftView } from '../lift.ts'
import { liftUsersOf } from '../lift-column.ts'
import { liveColumn } from '../live.ts'
import { liftStars } from '../objects.ts'
import { liveDescendants } from '../partition-tree.ts'
import { queryOf, reads } from '../readers.ts'
import { carryReason, emit, type Rendering } from '../rendering.ts'
import { refreshStars } from '../stale-views.ts'
import type { StepRenderers } from '../step-renderers.ts'
import { columnsIn, outputsOf } from '../view-columns.ts'

/** Columns, and what their changes do to the views that show them. */
export const columnRenderers: StepRenderers<'add column' | 'drop column' | 'rename column' | 'alter column'> = {
  'add column'(work, { table, column, fill }) {
    addColumn(work, table, column, fill)
    if (liveColumn(work, table, column.name) === undefined) return
    refreshStars(work, table, column.name)
    liftStars(work, table)
  },
  'drop column'(work, step) {
    const { table, column } = step
    if (liveColumn(work, table, column.name) === undefined) return
    liftUsersOf(work, table, column.name)
    dropColumn(work, table, column.name, lossOf(step, 'postgres'))
  },
  'rename column': renameColumn,
  'alter column'(work, step) {
    alterColumns(work, step.table, [step])
  },
}

function renameColumn(work: Rendering, step: StepOf<'rename column'>): void {
  const key = nameText(step.table)
  const before = work.live.tables.get(key)
  if (before === undefined || columnOf(before, step.from) === undefined) return
  const views = new Map(work.live.views)
  const children = liveDescendants(work, step.table)
  const inherited = children.map(child => inheritedNames(work, child))
  const isOurs = liveColumn(work, step.table, step.from) !== undefined
  applyStep(work.live, step)
  carryReason(work, columnKey(step.table, step.from), columnKey(step.table, step.to))
  if (!isOurs) return
  const pair = `${quoteIdentifier(step.from)} to ${quoteIdentifier(step.to)}`
  emit(work, `alter table ${quoteQName(step.table)} rename column ${pair}`)
  followNames(work, before, work.live.tables.get(key)!)
  children.forEach((child, at) => {
    const now = work.live.tables.get(nameText(child.name))!
    followNames(work, child, now)
    followInheritedNames(work, now, inherited[at]!)
  })
  renameOutputs(work, step, views)
}

/**
 * A view keeps the names of its own columns when a column that it reads is renamed (the manual, ALTER VIEW). They are
 * renamed to what its text now gives; a view of which that cannot be told is made anew, and so is one that joins by the
 * column's name: Postgres would go on joining by the columns, under names that they have in this view alone.
 */
function renameOutputs(work: Rendering, step: StepOf<'rename column'>, before: ReadonlyMap<string, View>): void {
  const columnsNow = columnsIn(work.live)
  const columnsBefore = columnsIn({ ...work.live, views: new Map(before) }, table =>
    oldColumns(table, step, columnsNow),
  )
  for (const [key, old] of before) {
    const view = work.live.views.get(key)
    if (view === undefined || view.only === 'sqlite') continue
    const [was, is] = [queryOf(old), queryOf(view)]
    if (joinsByName(was, step.from) && reads(old, step.table)) {
      liftView(work, view.name)
      continue
    }
    if (was === is && !readsUnnamed(is)) continue
    const outputs = outputsOf(old, columnsBefore)
    const wanted = outputsOf(view, columnsNow)
    if (outputs === undefined || wanted?.length !== outputs.length) liftView(work, view.name)
    else renameEach(work, view.name, outputs, wanted)
  }
}

function oldColumns(
  table: QName,
  step: StepOf<'rename column'>,
  now: (name: QName) => readonly string[] | undefined,
): readonly string[] | undefined {
  return sameName(table, step.table) ? now(table)?.map(name => (name === step.to ? step.from : name)) : now(table)
}

function renameEach(
  work: Rendering,
  view: QName,
  outputs: readonly (string | undefined)[],
  wanted: readonly (string | undefined)[],
): void {
  outputs.forEach((name, at) => {
    const next = wanted[at]
    if (name === next || name === undefined || next === undefined) return
    const pair = `${quoteIdentifier(name)} to ${quoteIdentifier(next)}`
    emit(work, `alter view ${quoteQName(view)} rename column ${pair}`)
  })
}
