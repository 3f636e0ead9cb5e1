import { nameText, quoteName } from '../../schema/name.ts'
import { concern, targetsOf } from '../concern.ts'
import { memberKey } from '../member-key.ts'
import { membersWith } from '../members-with.ts'
import type { HazardRule } from '../rule.ts'
import { valueText } from '../value-text.ts'

/** A NOT NULL column is dropped, and the plain value that it comes back with may not pass its checks and keys. */
export const rule: HazardRule = {
  code: 'MIG235',
  name: 'way-back-value',
  severity: 'warning',
  title: 'A column comes back with a value that a check or key may refuse',
  explain: [
    "Nobody said what rows get when a dropped NOT NULL column comes back, so the step holds the plain empty value of its type (`''`, `0`, `false`, …), the same for every row. A check on the column may not allow that value, and a key over it and other columns may then hold duplicates: the way back stops there and changes nothing, at the moment when somebody needs it.",
    'Write `dropped OLD backfill V` in the table, with a value or an expression in backticks that gives each row one that passes.',
  ],
  check(step, plan) {
    if (step.kind !== 'drop column' || step.fill === undefined) return []
    const { table, column, fill } = step
    if (column.nullable || plan.isFilledBack(nameText(table), column.name)) return []
    const { checks, keys } = membersWith(plan, table, column.name)
    const targets = targetsOf(plan, column, plan.tableOf(table))
    if (checks.length + keys.length === 0 || targets.length === 0) return []
    const judged = [
      ...(checks.length === 0 ? [] : [`the check ${checks.join(', ')} may not allow`]),
      ...(keys.length === 0 ? [] : [`makes rows alike for the key ${keys.join(', ')}`]),
    ]
    const key = memberKey(table, column.name)
    return [
      {
        object: key,
        message: `The way back gives every row ${valueText(fill)} in ${key}, which ${judged.join(' and which ')}: it stops there if so.`,
        remedy: `Write \`dropped ${quoteName(column.name)} backfill V\` in ${nameText(table)} with a value that passes.`,
        fix: { fix: 'backfill', in: nameText(table), name: column.name, value: valueText(fill), down: true },
        ...concern(plan, targets),
      },
    ]
  },
}
