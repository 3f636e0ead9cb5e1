import type { Column } from '../../../schema/column.ts'
import { sqlOf } from '../../../schema/constraint.ts'
import type { QName } from '../../../schema/name.ts'
import { columnOf, constraintOf, indexOf, type Table } from '../../../schema/table.ts'
import { describeStep } from '../../../steps/describe.ts'
import { sameColumn } from '../../../steps/same.ts'
import type { AlterColumn } from '../../../steps/step.ts'
import { ownTable } from '../own.ts'
import { forgetAhead } from './ahead.ts'
import { alterColumns } from './alter-column.ts'
import { bringObjects, bringUsed } from './bring-object.ts'
import { columnKey, makeColumn } from './column.ts'
import { defaultSql } from './column-text.ts'
import { constraintKey, makeConstraint } from './constraint.ts'
import { indexTexts } from './lift-column.ts'
import { liveColumn, liveTable } from './live.ts'
import { type Rendering, resumeReason } from './rendering.ts'
import { restoreTriggers } from './restore-triggers.ts'
import { restoreViews } from './restore-views.ts'
import { indexKey, makeIndex } from './table-index.ts'
import { checkBodies } from './unchecked.ts'

/**
 * The end of a segment: makes everything that the steps say is there and the database does not hold, in the order in which
 * one thing needs another.
 */
export function restore(work: Rendering): void {
  forgetAhead(work)
  const tables = [...work.draft.tables]
    .filter(([key, table]) => work.live.tables.get(key) !== table)
    .map(([, table]) => ownTable(table))
    .filter(table => table !== undefined)
  bringObjects(work, false)
  for (const table of tables) restoreColumns(work, table)
  bringObjects(work, false)
  for (const table of tables) restoreKeys(work, table)
  for (const table of tables) restoreForeignKeys(work, table)
  restoreViews(work)
  bringObjects(work, true)
  restoreTriggers(work)
  checkBodies(work)
  settle(work.live.tables, work.draft.tables)
  settle(work.live.views, work.draft.views)
  settle(work.live.triggers, work.draft.triggers)
  settle(work.live.objects, work.draft.objects)
  settle(work.live.enums, work.draft.enums)
  settle(work.live.schemas, work.draft.schemas)
  settle(work.live.extensions, work.draft.extensions)
  work.reasons.clear()
  work.away.clear()
  work.waiting.clear()
  work.fillsLater.clear()
  work.added.clear()
  work.changesLater.clear()
  work.stale.clear()
}

/** From here on the database holds what the steps say. */
function settle<T>(live: Map<string, T>, draft: ReadonlyMap<string, T>): void {
  for (const [key, value] of draft) if (live.get(key) !== value) live.set(key, value)
  for (const key of live.keys()) if (!draft.has(key)) live.delete(key)
}

function restoreColumns(work: Rendering, table: Table): void {
  const { name } = table
  for (const column of table.columns) {
    const live = liveTable(work, name)
    const there = live && columnOf(live, column.name)
    if (column.inherited || live === undefined || (there !== undefined && sameColumn(there, column))) continue
    for (const sql of [defaultSql(column), column.generated?.sql.all]) bringUsed(work, sql)
    resumeReason(work, columnKey(name, column.name), describeStep({ kind: 'add column', table: name, column }))
    if (there === undefined) makeColumn(work, name, column)
    else changeColumn(work, name, there, column)
  }
}

/** Makes the change that a column waits for. */
function changeColumn(work: Rendering, table: QName, there: Column, column: Column): void {
  const key = columnKey(table, column.name)
  const fill = work.fillsLater.get(key)
  const later = work.changesLater.get(key)
  work.fillsLater.delete(key)
  work.changesLater.delete(key)
  const change: AlterColumn = { kind: 'alter column', table, from: there, to: column, ...(fill && { fill }) }
  alterColumns(work, table, [{ ...change, ...later, to: column }])
}

/**
 * Makes the changes of columns that wait, as far as what they wait for has come: their SQL speaks of columns by the names
 * that these have now, and a rename follows.
 */
export function settleColumns(work: Rendering): void {
  if (work.changesLater.size === 0 && work.fillsLater.size === 0) return
  for (const table of work.draft.tables.values()) {
    for (const column of ownTable(table)?.columns ?? []) {
      const key = columnKey(table.name, column.name)
      if (!work.changesLater.has(key) && !work.fillsLater.has(key)) continue
      const there = liveColumn(work, table.name, column.name)
      if (there === undefined) continue
      resumeReason(work, key, work.about)
      changeColumn(work, table.name, there, column)
    }
  }
}

/** Keys, then indexes, which foreign keys can rest on too, then checks. */
function restoreKeys(work: Rendering, table: Table): void {
  restoreConstraints(work, table, kind => kind === 'primary' || kind === 'unique')
  const live = liveTable(work, table.name)
  for (const index of table.indexes) {
    if (live === undefined || indexOf(live, index.name) !== undefined) continue
    for (const sql of indexTexts(index)) bringUsed(work, sql)
    resumeReason(work, indexKey(table.name, index.name), describeStep({ kind: 'add index', table: table.name, index }))
    makeIndex(work, table.name, index)
  }
  restoreConstraints(work, table, kind => kind === 'check' || kind === 'exclude')
}

function restoreForeignKeys(work: Rendering, table: Table): void {
  restoreConstraints(work, table, kind => kind === 'foreign')
}

function restoreConstraints(work: Rendering, table: Table, isWanted: (kind: string) => boolean): void {
  const live = liveTable(work, table.name)
  for (const constraint of table.constraints) {
    if (!isWanted(constraint.kind) || live === undefined || constraintOf(live, constraint.name) !== undefined) continue
    for (const sql of sqlOf(constraint)) bringUsed(work, sql.all)
    const step = describeStep({ kind: 'add constraint', table: table.name, constraint })
    resumeReason(work, constraintKey(table.name, constraint.name), step)
    makeConstraint(work, table.name, constraint)
  }
}
