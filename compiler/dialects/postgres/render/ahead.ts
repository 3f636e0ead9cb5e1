import { nameText } from '../../../schema/name.ts'
import { applyStep } from '../../../steps/apply.ts'
import type { AlterColumn, Step } from '../../../steps/step.ts'
import { ownColumn } from '../own.ts'
import { isSameType } from '../types/using.ts'
import { columnKey } from './column.ts'
import { tableKey } from './create-table.ts'
import { isUntouched, onlyAdds } from './enum-values.ts'
import type { Rendering } from './rendering.ts'

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
    case 'drop column':
      work.leavingAhead.add(columnKey(step.table, step.column.name))
      break
    case 'drop table':
      work.leavingAhead.add(tableKey(step.table.name))
      break
  }
}

function noteColumnAhead(work: Rendering, step: AlterColumn): void {
  const table = nameText(step.table)
  const key = columnKey(step.table, step.to.name)
  const columns = work.columnsAhead.get(table) ?? new Set()
  work.columnsAhead.set(table, columns.add(step.to.name))
  if (step.from.generated && !step.to.generated) work.freedAhead.add(key)
  const from = ownColumn(step.from)
  const to = ownColumn(step.to)
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
  if (step.kind === 'drop column') work.leavingAhead.delete(columnKey(step.table, step.column.name))
  if (step.kind === 'drop table') work.leavingAhead.delete(tableKey(step.table.name))
}

/** Forgets all that was noted, at the end of a segment. */
export function forgetAhead(work: Rendering): void {
  work.enumsAhead.clear()
  work.columnsAhead.clear()
  work.freedAhead.clear()
  work.leavingAhead.clear()
}
