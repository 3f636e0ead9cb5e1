import { typeText } from '../../schema/type-text.ts'
import { fateOfValues } from '../../steps/column-loss.ts'
import { withBaseTypes } from '../../steps/with-base-types.ts'
import { concern, titles } from '../concern.ts'
import { memberKey } from '../member-key.ts'
import type { HazardRule } from '../rule.ts'
import { typeChangesOf } from '../type-changes.ts'

/** A type changes and values change with it, without an error. */
export const rule: HazardRule = {
  code: 'MIG213',
  name: 'lossy-type',
  severity: 'warning',
  title: 'A change of type changes values without an error',
  explain: [
    'The database rounds, cuts or reorders values when they are turned into such a type, and says nothing. The way back does not bring the old values back. The same is said of `convert SQL` without `revert SQL`: what the expression does to values is known to nobody else.',
    'Keep a copy of the column if the old values matter, or write `convert SQL revert SQL` with expressions of your own: whoever writes the pair answers for it.',
  ],
  check(step, plan) {
    if (step.kind !== 'alter column') return []
    const changes = typeChangesOf(step, plan)
      .filter(one => one.change.cast === 'implicit' || one.converted)
      .flatMap(one => {
        const fate = fateOfValues(withBaseTypes(step, one.target, plan.before, plan.after), one.target)
        return fate !== undefined && 'changed' in fate ? [{ ...one, changed: fate.changed }] : []
      })
    const [first] = changes
    if (first === undefined) return []
    const key = memberKey(step.table, step.to.name)
    const texts = [...new Set(changes.map(one => one.changed))]
    const what = texts.map(text => {
      const where = changes.filter(one => one.changed === text).map(one => one.target)
      return texts.length === 1 ? `values ${text}` : `in ${titles(where)} values ${text}`
    })
    const fate = changes.every(one => one.converted) ? '' : ', without an error and for good'
    return [
      {
        object: key,
        message: `${key} changes from ${typeText(first.from)} to ${typeText(first.to)}: ${what.join('; ')}${fate}.`,
        remedy:
          'Keep a copy of the column if the old values matter, or say how to turn them with `convert SQL revert SQL`.',
        ...concern(
          plan,
          changes.map(one => one.target),
        ),
      },
    ]
  },
}
