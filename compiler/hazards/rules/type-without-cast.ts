import { typeText } from '../../schema/type-text.ts'
import { concern } from '../concern.ts'
import { conversionFix, conversionLine } from '../conversion-line.ts'
import { memberKey } from '../member-key.ts'
import type { HazardRule } from '../rule.ts'
import { typeChangesOf } from '../type-changes.ts'

/** A column changes its type, and the values do not turn into the new type by themselves. */
export const rule: HazardRule = {
  code: 'MIG208',
  name: 'type-without-cast',
  severity: 'error',
  title: 'A type changes and nothing says how the values are turned',
  explain: [
    'Postgres refuses to change text into a number, a date, an enum or json, a number into a bool, and the like by itself, and would fail on the first value that does not fit. SQLite would copy such a value as it is, and a column meant for numbers would hold text.',
    "Write `convert SQL` on the column: an expression over the old value that gives the new one, and `revert SQL` for the way back. The expression can say what becomes of values that do not fit, for example `` convert `cast(nullif(age, '') as smallint)` ``.",
  ],
  check(step, plan) {
    if (step.kind !== 'alter column') return []
    const changes = typeChangesOf(step, plan).filter(one => one.change.cast !== 'implicit' && !one.converted)
    const [first] = changes
    if (first === undefined) return []
    const key = memberKey(step.table, step.to.name)
    const targets = changes.map(one => one.target)
    const fate = targets.includes('postgres')
      ? 'Postgres does not turn the values by itself'
      : 'SQLite keeps what it cannot turn, so that the column holds values of the old form'
    return [
      {
        object: key,
        message: `${key} changes from ${typeText(first.from)} to ${typeText(first.to)}: ${fate}.`,
        remedy: `Write \`${conversionLine(step.from, step.to, changes, true)}\` with expressions that fit the values.`,
        fix: conversionFix(step, changes),
        ...concern(plan, targets),
      },
    ]
  },
}
