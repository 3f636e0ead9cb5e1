import type { Schema } from '../../../schema/schema.ts'
import { lossOf } from '../../../steps/loss.ts'
import type { Step } from '../../../steps/step.ts'
import { withBaseTypes } from '../../../steps/with-base-types.ts'
import type { TableChange } from './table-change.ts'

/** Notes what a step loses of the rows of a table; it must be told before the step changes what the columns get. */
export function noteLoss(change: TableChange, step: Step, schema: Pick<Schema, 'objects'>): void {
  const text = lossOf(step.kind === 'alter column' ? withBaseTypes(step, 'sqlite', schema) : step, 'sqlite')
  if (text === undefined || change.from === undefined) return
  const column =
    step.kind === 'drop column' ? step.column.name : step.kind === 'alter column' ? step.to.name : undefined
  if (column === undefined) change.losses.push({ text })
  else if (holdsValues(change, column)) change.losses.push({ text, column })
}

/** A column that the same change brings has nothing to lose yet. */
function holdsValues(change: TableChange, column: string): boolean {
  const origin = change.values.get(column)?.origin
  return origin === 'kept' || origin === 'changed'
}
