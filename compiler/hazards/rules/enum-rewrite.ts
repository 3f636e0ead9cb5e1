import { nameText } from '../../schema/name.ts'
import { concern, targetsOf } from '../concern.ts'
import { needsSwap } from '../enum-values.ts'
import type { HazardRule } from '../rule.ts'
import { hasTypes, holdersOf } from '../type-holders.ts'

/** An enum loses or reorders values, for which Postgres must rewrite every table that holds it. */
export const rule: HazardRule = {
  code: 'MIG226',
  name: 'enum-rewrite',
  severity: 'warning',
  title: 'An enum loses or reorders values, so every table that holds it is rewritten',
  explain: [
    'Postgres can add and rename values of an enum in place, but not remove or reorder them: a new type takes its place, and every table with a column of it is written anew while nobody can read or write it. Sessions that are open may fail in functions and prepared statements that use the type until they reconnect.',
    'Leave a value that is no longer used in the enum, and refuse it with a check, if the tables are large.',
  ],
  check(step, plan) {
    if (step.kind !== 'alter enum' || !needsSwap(step) || !targetsOf(plan, step.to).includes('postgres')) return []
    const plain = plan.usesOf(step.to.name).filter(use => targetsOf(plan, use.table, use.column).includes('postgres'))
    const within = hasTypes(plan) ? holdersOf(plan, step.to.name) : []
    const tables = [...new Set([...plain, ...within].map(use => nameText(use.table.name)))]
    if (tables.length === 0) return []
    const shown =
      tables.length > 3 ? `${tables.slice(0, 3).join(', ')} and ${tables.length - 3} more` : tables.join(', ')
    const key = nameText(step.to.name)
    return [
      {
        object: key,
        message: `${key} loses or reorders values: Postgres writes all rows of ${shown} anew, and nobody can read or write there meanwhile.`,
        remedy: 'Run it in quiet hours if the tables are large, or leave the values in place.',
        ...concern(plan, ['postgres']),
      },
    ]
  },
}
