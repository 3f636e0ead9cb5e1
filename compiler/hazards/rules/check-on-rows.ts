import { forDialect } from '../../schema/dialect.ts'
import { nameText } from '../../schema/name.ts'
import { sameConstraintDefinition } from '../../steps/same.ts'
import { concern, targetsOf } from '../concern.ts'
import { memberKey } from '../member-key.ts'
import type { HazardRule } from '../rule.ts'
import { sqlTable } from '../sql-table.ts'

/** A check is added to a table with rows. */
export const rule: HazardRule = {
  code: 'MIG221',
  name: 'check-on-rows',
  severity: 'warning',
  title: 'A check is added to rows that may not pass it',
  explain: [
    'A row that does not pass makes the migration fail; nothing is changed then. Postgres reads the whole table while nobody else can read or write it, SQLite copies it.',
    'Look for such rows before with the query of the message, and settle them in a `sql` step or by hand.',
  ],
  check(step, plan) {
    if (step.kind !== 'add constraint' && step.kind !== 'alter constraint') return []
    const constraint = step.kind === 'add constraint' ? step.constraint : step.to
    if (constraint.kind !== 'check' || plan.tableIsNew(step.table)) return []
    if (step.kind === 'alter constraint' && sameConstraintDefinition(step.from, constraint)) return []
    const targets = targetsOf(plan, constraint, plan.tableOf(step.table)).filter(
      target => forDialect(constraint.sql, target) !== undefined,
    )
    const [first] = targets
    if (first === undefined) return []
    const query = `select count(*) from ${sqlTable(step.table)} where not (${forDialect(constraint.sql, first)!})`
    return [
      {
        object: memberKey(step.table, constraint.name),
        message: `The check ${constraint.name} is added to the rows of ${nameText(step.table)}: one that does not pass makes the migration fail. \`${query}\` counts them.`,
        remedy: 'Mend such rows before, or in a `sql` step ahead of it.',
        ...concern(plan, targets),
      },
    ]
  },
}
