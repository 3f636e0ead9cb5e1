import { nameText } from '../../schema/name.ts'
import { typeText } from '../../schema/type-text.ts'
import { sameDialectSql } from '../../sql/same.ts'
import { sameTypes } from '../../steps/same.ts'
import { concern } from '../concern.ts'
import { conversionFix } from '../conversion-line.ts'
import { memberKey } from '../member-key.ts'
import { pastConversions } from '../past-conversions.ts'
import type { HazardRule } from '../rule.ts'
import { typeChangesOf } from '../type-changes.ts'

/** A column changes its type, and the `convert` beside it is that of an earlier change. */
export const rule: HazardRule = {
  code: 'MIG209',
  name: 'stale-conversion',
  severity: 'error',
  title: 'A change of type would be made by the conversion of an earlier one',
  explain: [
    "A `convert` may stay on its column after its revision is written. When the type changes once more it would be used again, on values that it was not written for: `` case when paid then 'yes' else 'no' end `` turned a bool into a text, and of the texts SQLite would make `no`, every one.",
    'Write the `convert` and `revert` that this change needs, or remove both where the values turn by themselves.',
  ],
  check(step, plan) {
    if (step.kind !== 'alter column' || step.convert === undefined) return []
    const { convert, from } = step
    const table = nameText(step.table)
    const stale = pastConversions(plan).find(
      one =>
        one.table === table &&
        one.column === step.to.name &&
        sameDialectSql(one.step.convert!, convert) &&
        !sameTypes(one.step.from.type, from.type),
    )
    const changes = typeChangesOf(step, plan)
    const [first] = changes
    if (stale === undefined || first === undefined) return []
    const key = memberKey(step.table, step.to.name)
    const [then] = typeChangesOf(stale.step, plan)
    const earlier =
      then === undefined ? 'an earlier change' : `the change from ${typeText(then.from)} to ${typeText(then.to)}`
    return [
      {
        object: key,
        message: `${key} changes from ${typeText(first.from)} to ${typeText(first.to)}, and its \`convert\` is that of ${earlier}, which an earlier revision has made.`,
        remedy:
          'Write the `convert` and `revert` that this change needs, or remove both if the values turn by themselves.',
        fix: { ...conversionFix(step, changes), stale: true },
        ...concern(
          plan,
          changes.map(({ target }) => target),
        ),
      },
    ]
  },
}
