import { nameText } from '../../../../schema/name.ts'
import { applyStep } from '../../../../steps/apply.ts'
import { quoteQName } from '../../quote.ts'
import { createEnum } from '../enum.ts'
import { alterEnum, isUntouched } from '../enum-values.ts'
import { noteFollowedValues } from '../followed-values.ts'
import { liftUsersOfType } from '../lift-column.ts'
import { moveObject } from '../move-object.ts'
import { emit } from '../rendering.ts'
import type { StepRenderers } from '../step-renderers.ts'

/** Enums. */
export const enumRenderers: StepRenderers<'create enum' | 'drop enum' | 'rename enum' | 'alter enum'> = {
  'create enum'(work, step) {
    createEnum(work, step.enum)
    work.live.enums.set(nameText(step.enum.name), step.enum)
  },
  'drop enum'(work, step) {
    liftUsersOfType(work, step.enum.name)
    emit(work, `drop type ${quoteQName(step.enum.name)}`)
    work.live.enums.delete(nameText(step.enum.name))
  },
  'rename enum'(work, step) {
    const before = work.live.enums.get(nameText(step.from))
    if (before === undefined) return
    applyStep(work.live, step)
    if (before.only !== 'sqlite') moveObject(work, 'type', step.from, step.to)
  },
  'alter enum'(work, step) {
    const untouched = isUntouched(work, step)
    applyStep(work.live, { ...step, from: work.live.enums.get(nameText(step.from.name))! })
    alterEnum(work, step, untouched)
    noteFollowedValues(work, step)
  },
}
