import { isFor } from '../../schema/dialect.ts'
import { nameText } from '../../schema/name.ts'
import { idOf, labelOf, objectKey } from '../../schema/objects/object-key.ts'
import { lossOf } from '../../steps/loss.ts'
import { isHandedOver } from '../../steps/sequence-handover.ts'
import type { AlterObject } from '../../steps/step.ts'
import { concern } from '../concern.ts'
import type { PlanContext } from '../plan-context.ts'
import type { HazardRule } from '../rule.ts'

/** A sequence, or another object that keeps something, is dropped. */
export const rule: HazardRule = {
  code: 'MIG216',
  name: 'drop-object',
  severity: 'warning',
  title: 'An object is dropped with what it keeps',
  explain: [
    'A sequence keeps its last value and nothing else does: the way back makes it anew, at its start, and what takes numbers from it then may meet numbers that are there. A function keeps nothing, so dropping one is no hazard.',
    '`dropped sequence NAME` at the top of a file says that the drop is meant, and the warning goes away. A rename (`was`) and every change of an option keep the value.',
  ],
  check(step, plan) {
    const object = step.kind === 'drop object' ? step.object : step.kind === 'alter object' ? step.from : undefined
    if (object === undefined) return []
    const targets = plan.targets.filter(target => lossOf(step, target) !== undefined)
    const label = labelOf(idOf(object))
    if (object.kind === 'sequence' && plan.steps.some(one => isHandedOver(one, object.name))) return []
    if (step.kind === 'alter object' && areSaid(step, plan)) return []
    if (targets.length === 0 || plan.isSaid(object.kind, label)) return []
    const key = objectKey(object)
    const title = key[0]!.toUpperCase() + key.slice(1)
    const isKept = step.kind === 'alter object' && isFor(step.to, targets[0]!)
    return [
      {
        object: key,
        message: `${title} ${isKept ? 'changes and loses' : 'is dropped with'} ${lossOf(step, targets[0])}, which the way back does not bring back.`,
        remedy: isKept
          ? 'Keep what is needed in a column of its own before, or allow this line in the revision.'
          : `Write \`dropped ${object.kind} ${label}\` at the top of a file if that is meant.`,
        ...concern(plan, targets),
      },
    ]
  },
}

/** Whether `dropped NAME` stands in the type for each field that goes. */
function areSaid({ from, to, renames = [] }: AlterObject, plan: PlanContext): boolean {
  if (from.kind !== 'composite' || to.kind !== 'composite') return false
  const stays = new Set([...to.fields.map(({ name }) => name), ...renames.map(pair => pair.from)])
  const gone = from.fields.filter(({ name }) => !stays.has(name))
  return gone.length > 0 && gone.every(({ name }) => plan.isSaid('field', name, nameText(to.name)))
}
