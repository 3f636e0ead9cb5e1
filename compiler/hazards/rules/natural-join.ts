import { nameText, quoteName } from '../../schema/name.ts'
import { concern } from '../concern.ts'
import { changedJoins } from '../natural-joins.ts'
import type { HazardRule } from '../rule.ts'

/** The columns that a natural join joins by are others. */
export const rule: HazardRule = {
  code: 'MIG240',
  name: 'natural-join',
  severity: 'warning',
  title: 'A natural join joins by other columns than before',
  explain: [
    'A natural join joins by all columns that both sides have. When a column is renamed, added or dropped there, a view or a trigger with such a join gives other rows, and nothing fails. Where no column is left in common, each row meets each other row.',
    'Write what is joined by: `join u on u.id = t.u_id`, or `join u using (id)`.',
  ],
  check(step, plan) {
    if (step.kind !== 'rename column' && step.kind !== 'add column' && step.kind !== 'drop column') return []
    return changedJoins(plan, nameText(step.table)).map(({ object, what, before, after, targets }) => ({
      object,
      message: `The ${what} ${object} joins naturally, ${by(before)} until now and ${by(after)} from now on: it gives other rows.`,
      remedy: 'Write what it joins by: `join … on … = …`.',
      ...concern(plan, targets),
    }))
  },
}

function by(columns: readonly string[]): string {
  return columns.length === 0 ? 'by no column' : `by ${columns.map(quoteName).join(', ')}`
}
