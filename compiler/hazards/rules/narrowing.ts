import { nameText } from '../../schema/name.ts'
import { typeText } from '../../schema/type-text.ts'
import { concern } from '../concern.ts'
import { countMisfits } from '../count-query.ts'
import { countedBy } from '../counted-by.ts'
import { memberKey } from '../member-key.ts'
import type { HazardRule } from '../rule.ts'
import { postgresTypeChange } from '../type-changes.ts'

/** A type becomes narrower, and a value that does not fit makes the migration fail. */
export const rule: HazardRule = {
  code: 'MIG212',
  name: 'narrowing',
  severity: 'warning',
  title: 'A type becomes narrower than values may be',
  explain: [
    'A value that does not fit the new type makes the migration fail; nothing is changed then. SQLite does not look at lengths and ranges, so the same change passes there.',
    'Count the rows that do not fit before, with the query of the message. `convert SQL` says what becomes of them.',
  ],
  check(step, plan) {
    if (step.kind !== 'alter column') return []
    const found = postgresTypeChange(step, plan)
    if (found?.change.narrowing === undefined || found.change.cast !== 'implicit' || found.converted) return []
    const { from, to, change } = found
    const key = memberKey(step.table, step.to.name)
    const query = countedBy(
      plan,
      ['postgres'],
      (_, table) => countMisfits(table(step.table), step.from.name, from, to),
      step,
    )
    return [
      {
        object: key,
        message: `${key} changes from ${typeText(from)} to ${typeText(to)}: ${change.narrowing} in a row of ${nameText(step.table)} makes the migration fail.`,
        remedy:
          query === ''
            ? 'Look for such values before, or say what becomes of them with `convert SQL`.'
            : `Count them before with ${query}, or say what becomes of them with \`convert SQL\`.`,
        ...concern(plan, ['postgres']),
      },
    ]
  },
}
