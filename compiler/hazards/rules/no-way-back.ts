import { baseType } from '../../schema/objects/type-object.ts'
import { typeChange } from '../../schema/type-change.ts'
import { typeText } from '../../schema/type-text.ts'
import { concern } from '../concern.ts'
import { conversionFix, conversionLine } from '../conversion-line.ts'
import { memberKey } from '../member-key.ts'
import type { HazardRule } from '../rule.ts'
import { typeChangesOf } from '../type-changes.ts'

/** A type changes with `convert`, and Postgres has no cast for the way back. */
export const rule: HazardRule = {
  code: 'MIG234',
  name: 'no-way-back',
  severity: 'warning',
  title: 'A change of type says how values go forth but not how they come back',
  explain: [
    'Postgres has no cast from the new type to the old one, so `mig downgrade` fails at this step.',
    'Write `revert SQL` behind `convert SQL`: an expression over the new value that gives the old one, as well as it can.',
  ],
  check(step, plan) {
    if (step.kind !== 'alter column') return []
    const changes = typeChangesOf(step, plan).filter(
      one =>
        one.target === 'postgres' &&
        !one.reverted &&
        typeChange(baseType(plan.after, one.to, 'postgres'), baseType(plan.before, one.from, 'postgres')).cast ===
          'none',
    )
    const [first] = changes
    if (first === undefined || (first.change.cast !== 'implicit' && !first.converted)) return []
    return [
      {
        object: memberKey(step.table, step.to.name),
        message: `${memberKey(step.table, step.to.name)} cannot go back from ${typeText(first.to)} to ${typeText(first.from)}: Postgres has no cast for it, so the way back fails.`,
        remedy: `Write \`${conversionLine(step.from, step.to, changes, true)}\` with expressions that fit the values.`,
        fix: conversionFix(step, changes),
        ...concern(plan, ['postgres']),
      },
    ]
  },
}
