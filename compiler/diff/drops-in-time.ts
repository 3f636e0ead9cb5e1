import { nameText } from '../schema/name.ts'
import { objectKey } from '../schema/objects/object-key.ts'
import { type Schema, triggerKey } from '../schema/schema.ts'
import type { Step } from '../steps/step.ts'

/**
 * The ordered steps with what goes before an enum's values get their new names in the words that it has until then: a literal
 * in a view, a trigger or a policy follows the value.
 */
export function dropsInTime(steps: readonly Step[], renamed: Schema): readonly Step[] {
  const first = steps.findIndex(step => step.kind === 'alter enum' && step.renames.length > 0)
  return first < 0 ? steps : steps.map((step, at) => (at < first ? asBefore(step, renamed) : step))
}

function asBefore(step: Step, renamed: Schema): Step {
  switch (step.kind) {
    case 'drop view':
      return { ...step, view: renamed.views.get(nameText(step.view.name)) ?? step.view }
    case 'drop trigger':
      return { ...step, trigger: renamed.triggers.get(triggerKey(step.trigger)) ?? step.trigger }
    case 'drop object':
      return { ...step, object: renamed.objects.get(objectKey(step.object)) ?? step.object }
    default:
      return step
  }
}
