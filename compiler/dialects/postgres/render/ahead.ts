import { nameText, sameName } from '../../../schema/name.ts'
import { objectKey } from '../../../schema/objects/object-key.ts'
import { samePartitionBy } from '../../../schema/partition.ts'
import type { Table } from '../../../schema/table.ts'
import { applyStep } from '../../../steps/apply.ts'
import { objectDefinition } from '../../../steps/objects/definitions.ts'
import type { ProvidedName } from '../../../steps/objects/names.ts'
import { sequenceTaken } from '../../../steps/sequence-handover.ts'
import type { AlterColumn, Step, StepOf } from '../../../steps/step.ts'
import { own, ownColumn, ownTable } from '../own.ts'
import { isSameType } from '../types/using.ts'
import { columnKey } from './column.ts'
import { tableKey } from './create-table.ts'
import { isUntouched, onlyAdds } from './enum-values.ts'
import type { Rendering } from './rendering.ts'
import { viewKey } from './view.ts'

/** Notes what a step further on in the segment will do to what others need. */
export function noteAhead(work: Rendering, step: Step): void {
  switch (step.kind) {
    case 'alter enum':
      // Values that are only added come before anything else if need be: nothing has to wait for them.
      if (!onlyAdds(step) || !isUntouched(work, step)) work.enumsAhead.set(nameText(step.from.name), step)
      break
    case 'alter column':
      noteColumnAhead(work, step)
      break
    case 'alter object':
      work.objectsAhead.add(objectKey(step.to))
      break
    case 'create table':
    case 'create view':
    case 'create object':
      for (const [key, name] of madeBy(step)) work.comingAhead.set(key, name)
      if (step.kind === 'create table') notePartitionAhead(work, step.table)
      break
    case 'drop object':
      work.leavingAhead.add(objectKey(step.object))
      break
    case 'drop column':
      work.leavingAhead.add(columnKey(step.table, step.column.name))
      break
    case 'alter table':
      if (isDividedAnew(step)) work.divisionsAhead.set(nameText(step.table), own(step.to)!)
      if (staysPartition(step)) work.partitionsAhead.set(nameText(step.table), own(step.to)!)
      break
    case 'drop table':
      work.leavingAhead.add(tableKey(step.table.name))
      break
  }
}

/** Whether Postgres has to make a table anew, since it is divided in another way. */
function isDividedAnew({ from, to }: StepOf<'alter table'>): boolean {
  return own(from) !== undefined && own(to) !== undefined && !samePartitionBy(from.partitionBy, to.partitionBy)
}

/** Whether a partition of a table stays one of the same table. */
function staysPartition({ from, to }: StepOf<'alter table'>): boolean {
  const [old, now] = [own(from)?.partitionOf, own(to)?.partitionOf]
  return old !== undefined && now !== undefined && sameName(old.parent, now.parent)
}

function notePartitionAhead(work: Rendering, table: Table): void {
  const partition = table.partitionOf && ownTable(table)
  if (partition !== undefined) work.partitionsAhead.set(nameText(table.name), partition)
}

/** The names of what a step makes; of an object, one at most. */
function madeBy(
  step: StepOf<'create table' | 'create view' | 'create object'>,
): readonly (readonly [key: string, name: ProvidedName])[] {
  if (step.kind === 'create table') return [[tableKey(step.table.name), { space: 'relation', name: step.table.name }]]
  if (step.kind === 'create view') return [[viewKey(step.view.name), { space: 'relation', name: step.view.name }]]
  const { object } = step
  if (object.only === 'sqlite') return []
  return objectDefinition(object)
    .provides(object as never)
    .slice(0, 1)
    .map(name => [objectKey(object), name])
}

function noteColumnAhead(work: Rendering, step: AlterColumn): void {
  const table = nameText(step.table)
  const key = columnKey(step.table, step.to.name)
  const columns = work.columnsAhead.get(table) ?? new Set()
  work.columnsAhead.set(table, columns.add(step.to.name))
  if (step.from.generated && !step.to.generated) work.freedAhead.add(key)
  const from = ownColumn(step.from)
  const to = ownColumn(step.to)
  const sequence = from?.identity && to && sequenceTaken(to)
  if (from && sequence) work.identitiesLeaving.set(nameText(sequence), { table: step.table, column: from })
  if (from && to && !isSameType(from.type.all!, to.type.all!)) work.leavingAhead.add(key)
}

/** Folds a step: what stood ahead is here. */
export function meet(work: Rendering, step: Step): void {
  applyStep(work.draft, step)
  if (step.kind === 'alter enum') work.enumsAhead.delete(nameText(step.from.name))
  if (step.kind === 'alter column') {
    work.columnsAhead.get(nameText(step.table))?.delete(step.to.name)
    work.leavingAhead.delete(columnKey(step.table, step.to.name))
  }
  if (step.kind === 'create table' || step.kind === 'create view' || step.kind === 'create object') {
    for (const [key] of madeBy(step)) work.comingAhead.delete(key)
  }
  if (step.kind === 'alter object') work.objectsAhead.delete(objectKey(step.to))
  if (step.kind === 'drop object') work.leavingAhead.delete(objectKey(step.object))
  if (step.kind === 'drop column') work.leavingAhead.delete(columnKey(step.table, step.column.name))
  if (step.kind === 'alter table' || step.kind === 'create table') {
    const key = nameText(step.kind === 'alter table' ? step.table : step.table.name)
    work.divisionsAhead.delete(key)
    work.partitionsAhead.delete(key)
  }
  if (step.kind === 'drop table') work.leavingAhead.delete(tableKey(step.table.name))
}

/** Forgets all that was noted, at the end of a segment. */
export function forgetAhead(work: Rendering): void {
  work.enumsAhead.clear()
  work.columnsAhead.clear()
  work.objectsAhead.clear()
  work.comingAhead.clear()
  work.freedAhead.clear()
  work.leavingAhead.clear()
  work.divisionsAhead.clear()
  work.partitionsAhead.clear()
  work.identitiesLeaving.clear()
}
