import { foldName } from '../../../sql/name-text.ts'
import { applyStep } from '../../../steps/apply.ts'
import { describeStep } from '../../../steps/describe.ts'
import type { StepOf } from '../../../steps/step.ts'
import { quoteIdentifier } from '../quote.ts'
import { flush } from './flush.ts'
import { type Progress, tableHere } from './progress.ts'
import { statement } from './statement.ts'

/** Renames a table where it stands in the plan; foreign keys of other tables follow (lang_altertable.html#altertabrename). */
export function renameTable(progress: Progress, step: StepOf<'rename table'>): void {
  flush(progress)
  const before = tableHere(progress, step.from)
  applyStep(progress.draft, step)
  if (before === undefined) return
  const about = describeStep(step)
  const names = before.indexes.map(index => index.name)
  keepIndexNames(progress, step.from.name, step.to, names, about)
  if (step.from.name === step.to.name) return
  const from = foldName(step.from.name)
  const to = foldName(step.to.name)
  const rename = (one: string, other: string) =>
    statement(`alter table ${quoteIdentifier(one)} rename to ${quoteIdentifier(other)}`, about)
  const { statements, disturbed } = progress.segment
  if (from === to) {
    const between = `_mig_${step.to.name}`
    statements.push(rename(step.from.name, between), rename(between, step.to.name))
  } else statements.push(rename(step.from.name, step.to.name))
  progress.tables.renames = true
  disturbed.add(from)
  disturbed.add(to)
  renameInHistory(progress, step.from.name, to)
}

/** Renames a column where it stands in the plan; keys, checks, indexes and other tables' foreign keys follow. */
export function renameColumn(progress: Progress, step: StepOf<'rename column'>): void {
  flush(progress)
  const before = tableHere(progress, step.table)
  applyStep(progress.draft, step)
  if (before === undefined || !before.columns.some(column => column.name === step.from)) return
  const [table, from, to] = [step.table.name, step.from, step.to].map(quoteIdentifier)
  const about = describeStep(step)
  progress.segment.statements.push(statement(`alter table ${table} rename column ${from} to ${to}`, about))
  progress.segment.disturbed.add(foldName(step.table.name))
  const names = before.indexes.map(index => index.name)
  keepIndexNames(progress, step.table.name, step.table, names, about)
}

/** An index cannot be renamed: it keeps its name until the table is next attended to. */
function keepIndexNames(
  progress: Progress,
  oldName: string,
  name: StepOf<'rename table'>['to'],
  names: readonly string[],
  about: string,
): void {
  const { oldIndexes } = progress
  const older = oldIndexes.get(foldName(oldName))
  oldIndexes.delete(foldName(oldName))
  const kept = older?.names ?? names
  const now = tableHere(progress, name)?.indexes ?? []
  if (now.every((index, at) => index.name === kept[at])) return
  const note = { text: about, index: [...kept, ...now.map(index => index.name)] }
  oldIndexes.set(foldName(name.name), { name, names: kept, about: [...(older?.about ?? []), note] })
}

function renameInHistory({ tables }: Progress, from: string, to: string): void {
  const key = foldName(from)
  for (const set of [tables.affected, tables.created]) if (set.delete(key)) set.add(to)
  const first = tables.names.get(key) ?? from
  tables.names.delete(key)
  tables.names.set(to, first)
}
