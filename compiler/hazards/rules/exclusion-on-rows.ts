import { nameText } from '../../schema/name.ts'
import { sameConstraintDefinition } from '../../steps/same.ts'
import { concern, targetsOf } from '../concern.ts'
import { memberKey } from '../member-key.ts'
import type { HazardRule } from '../rule.ts'

/** An exclusion is added to a table with rows. */
export const rule: HazardRule = {
  code: 'MIG228',
  name: 'exclusion-on-rows',
  severity: 'warning',
  title: 'An exclusion is added to rows that may conflict',
  explain: [
    'Two rows that exclude each other make the migration fail; nothing is changed then. Postgres builds the index of the exclusion while nobody can read or write the table, and knows no other way.',
    'Look for such rows before, and settle them in a `sql` step or by hand. On a large table run it in quiet hours.',
  ],
  check(step, plan) {
    if (step.kind !== 'add constraint' && step.kind !== 'alter constraint') return []
    const constraint = step.kind === 'add constraint' ? step.constraint : step.to
    if (constraint.kind !== 'exclude' || plan.tableIsNew(step.table)) return []
    if (step.kind === 'alter constraint' && sameConstraintDefinition(step.from, constraint)) return []
    const targets = targetsOf(plan, constraint, plan.tableOf(step.table)).filter(target => target === 'postgres')
    if (targets.length === 0) return []
    const table = nameText(step.table)
    return [
      {
        object: memberKey(step.table, constraint.name),
        message: `The exclusion ${constraint.name} is added to the rows of ${table}: two that exclude each other make the migration fail. Nobody can read or write ${table} while its index is built.`,
        remedy: 'Settle such rows before, or in a `sql` step ahead of it; run it in quiet hours if the table is large.',
        ...concern(plan, targets),
      },
    ]
  },
}
