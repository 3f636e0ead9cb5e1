import { nameText, type QName } from '../../../schema/name.ts'
import { foldName } from '../../../sql/name-text.ts'
import { applyStep } from '../../../steps/apply.ts'
import { describeStep } from '../../../steps/describe.ts'
import type { Step, StepKind, StepOf } from '../../../steps/step.ts'
import { sqliteSql } from '../sqlite-sql.ts'
import { noteAlterEnum } from './enum-mapping.ts'
import { flush, flushTable, isDroppedPending, settleIndexes } from './flush.ts'
import { noteAddColumn, noteAlterColumn, readsSettled, sqlOf } from './note-column.ts'
import { noteLoss } from './note-loss.ts'
import { inObjects } from './objects.ts'
import { changeOf, type Progress } from './progress.ts'
import { renameColumn, renameTable } from './renames.ts'
import { handWritten } from './segment.ts'
import type { TableChange } from './table-change.ts'
import { tablesOfEnum } from './tables-of-enum.ts'

type Renderers = { readonly [K in StepKind]: (progress: Progress, step: StepOf<K>) => void }

/** Renders one step, or notes it for later, and applies it to the draft. */
export function renderStep(progress: Progress, step: Step): void {
  ;(RENDERERS[step.kind] as (progress: Progress, step: Step) => void)(progress, step)
}

const RENDERERS: Renderers = {
  'create schema': applyOnly,
  'drop schema': applyOnly,
  'rename schema': (progress, step) => {
    settleIndexes(progress)
    applyOnly(progress, step)
  },
  'alter schema': applyOnly,
  'create extension': applyOnly,
  'drop extension': applyOnly,
  'alter extension': applyOnly,
  'create enum': applyOnly,
  'drop enum': applyOnly,
  'rename enum': applyOnly,
  'alter enum': alterEnum,
  'create table': (progress, step) => {
    if (isDroppedPending(progress, step.table.name.name)) flush(progress)
    inTable(progress, step, step.table.name)
  },
  'drop table': (progress, step) => inTable(progress, step, step.table.name),
  'rename table': renameTable,
  'alter table': (progress, step) => inTable(progress, step, step.table),
  'add column': (progress, step) => {
    const change = settled(progress, step.table, [sqlOf(step.fill)])
    inTable(progress, step, step.table)
    noteAddColumn(change, step)
  },
  'drop column': (progress, step) => {
    const change = inTable(progress, step, step.table)
    change.values.delete(step.column.name)
  },
  'rename column': renameColumn,
  'alter column': (progress, step) => {
    const convert = step.convert && sqliteSql(step.convert)
    const own = convert === undefined ? [] : [`"${step.from.name.replaceAll('"', '""')}"`]
    const change = settled(progress, step.table, [convert, sqlOf(step.fill), ...own])
    inTable(progress, step, step.table)
    noteAlterColumn(change, step)
  },
  'add constraint': (progress, step) => inTable(progress, step, step.table),
  'drop constraint': (progress, step) => inTable(progress, step, step.table),
  'rename constraint': applyOnly,
  'alter constraint': (progress, step) => inTable(progress, step, step.table),
  'add index': (progress, step) => inTable(progress, step, step.table, [step.index.name]),
  'drop index': (progress, step) => inTable(progress, step, step.table, [step.index.name]),
  'rename index': (progress, step) => inTable(progress, step, step.table, [step.from, step.to]),
  'alter index': (progress, step) => inTable(progress, step, step.table, [step.to.name]),
  'create view': (progress, step) => inViews(progress, step, 'view', [step.view.name.name]),
  'drop view': (progress, step) => inViews(progress, step, 'view', [step.view.name.name]),
  'rename view': (progress, step) => inViews(progress, step, 'view', [step.from.name, step.to.name]),
  'alter view': (progress, step) => inViews(progress, step, 'view', [step.to.name.name]),
  'create trigger': (progress, step) => inViews(progress, step, 'trigger', [step.trigger.name]),
  'drop trigger': (progress, step) => inViews(progress, step, 'trigger', [step.trigger.name]),
  'rename trigger': (progress, step) => inViews(progress, step, 'trigger', [step.from, step.to]),
  'alter trigger': (progress, step) => inViews(progress, step, 'trigger', [step.to.name]),
  'create object': inObjects,
  'drop object': inObjects,
  'rename object': inObjects,
  'alter object': (progress, step) => {
    if (step.from.kind === 'domain') alterDomain(progress, step, step.from.name)
    else inObjects(progress, step)
  },
  sql: handWritten,
}

function applyOnly(progress: Progress, step: Step): void {
  applyStep(progress.draft, step)
}

/** Makes a step part of the pending change of its table. */
function inTable(progress: Progress, step: Step, table: QName, index?: readonly string[]): TableChange {
  const change = changeOf(progress, table)
  change.about.push({ text: describeStep(step), ...(index && { index }) })
  noteLoss(change, step, progress.draft)
  applyStep(progress.draft, step)
  return change
}

/** The pending change of a table, after doing it first if the SQL reads what it has yet to make. */
function settled(progress: Progress, name: QName, sqls: readonly (string | undefined)[]): TableChange {
  const change = changeOf(progress, name)
  const now = progress.draft.tables.get(nameText(name))
  if (now === undefined || sqls.every(sql => sql === undefined) || readsSettled(change, now, sqls)) return change
  flushTable(progress, change)
  return changeOf(progress, name)
}

function alterEnum(progress: Progress, step: StepOf<'alter enum'>): void {
  const changes = tablesOfEnum(progress, step.from.name).map(table => ({
    table,
    change: changeOf(progress, table.name),
  }))
  for (const { table, change } of changes) {
    change.about.push({ text: describeStep(step) })
    noteAlterEnum(change, table, step, progress.draft)
  }
  applyStep(progress.draft, step)
}

/** A domain stands in the columns that have it: their tables change. */
function alterDomain(progress: Progress, step: StepOf<'alter object'>, name: QName): void {
  for (const table of tablesOfEnum(progress, name))
    changeOf(progress, table.name).about.push({ text: describeStep(step) })
  applyStep(progress.draft, step)
}

/** Views and triggers are compared at the end of the segment; what was said of them is remembered. */
function inViews(progress: Progress, step: Step, kind: 'view' | 'trigger', names: readonly string[]): void {
  for (const name of names) {
    const key = `${kind} ${foldName(name)}`
    const { about } = progress.segment
    about.set(key, [...(about.get(key) ?? []), describeStep(step)])
  }
  applyStep(progress.draft, step)
}
