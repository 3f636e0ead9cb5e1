import { typeText } from '../../schema/type-text.ts'
import { concern } from '../concern.ts'
import { memberKey } from '../member-key.ts'
import type { HazardRule } from '../rule.ts'
import { postgresTypeChange } from '../type-changes.ts'

/** A type changes and values change with it, without an error. */
export const rule: HazardRule = {
  code: 'MIG213',
  name: 'lossy-type',
  severity: 'warning',
  title: 'A change of type changes values without an error',
  explain: [
    'Postgres rounds, cuts or reorders values when they are turned into such a type, and says nothing. The way back does not bring the old values back.',
    'Keep a copy of the column if the old values matter, or write `convert SQL revert SQL` with expressions of your own: whoever writes the pair answers for it.',
  ],
  check(step, plan) {
    if (step.kind !== 'alter column') return []
    const found = postgresTypeChange(step, plan)
    if (found?.change.lossy === undefined || found.change.cast !== 'implicit' || found.converted) return []
    const key = memberKey(step.table, step.to.name)
    return [
      {
        object: key,
        message: `${key} changes from ${typeText(found.from)} to ${typeText(found.to)}: values ${found.change.lossy}, without an error and for good.`,
        remedy:
          'Keep a copy of the column if the old values matter, or say how to turn them with `convert SQL revert SQL`.',
        ...concern(plan, ['postgres']),
      },
    ]
  },
}
