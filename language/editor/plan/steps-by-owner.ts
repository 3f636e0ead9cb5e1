import { memberKey } from '../../../compiler/hazards/member-key.ts'
import { nameText, quoteName } from '../../../compiler/schema/name.ts'
import type { Step } from '../../../compiler/steps/step.ts'
import { stepOwner } from '../../planning/step-keys.ts'

/** The steps of a plan by the declarations that they belong to, under the names that these have in the end. */
export function stepsByOwner(steps: readonly Step[]): ReadonlyMap<string, readonly Step[]> {
  const later = new Map<string, string>()
  const owned = steps.toReversed().map(step => {
    const key = stepOwner(step)
    const owner = key === undefined ? undefined : (later.get(key) ?? key)
    const old = oldKey(step)
    if (old !== undefined && key !== undefined && owner !== undefined) {
      later.delete(key)
      later.set(old, owner)
    }
    return { step, owner }
  })
  const found = new Map<string, Step[]>()
  for (const { step, owner } of owned.reverse()) {
    if (owner === undefined) continue
    const list = found.get(owner)
    if (list === undefined) found.set(owner, [step])
    else list.push(step)
  }
  return found
}

/** The key that a declaration had before the step that renames it. */
function oldKey(step: Step): string | undefined {
  switch (step.kind) {
    case 'rename table':
    case 'rename enum':
    case 'rename view':
      return nameText(step.from)
    case 'rename schema':
      return quoteName(step.from)
    case 'rename trigger':
      return memberKey(step.table, step.from)
    default:
      return undefined
  }
}
