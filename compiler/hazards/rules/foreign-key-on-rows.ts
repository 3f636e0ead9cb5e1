import type { ForeignKey } from '../../schema/constraint.ts'
import { nameText, type QName } from '../../schema/name.ts'
import { sqlName } from '../../sql/name-text.ts'
import { isChangedInPlace } from '../../steps/changed-in-place.ts'
import { sameConstraintDefinition } from '../../steps/same.ts'
import { concern, targetsOf } from '../concern.ts'
import { isEmptyColumn } from '../empty-columns.ts'
import { memberKey } from '../member-key.ts'
import type { HazardRule } from '../rule.ts'
import { sqlTable } from '../sql-table.ts'

/** A foreign key is added to a table with rows. */
export const rule: HazardRule = {
  code: 'MIG222',
  name: 'foreign-key-on-rows',
  severity: 'warning',
  title: 'A foreign key is added to rows that may point nowhere',
  explain: [
    'A row that points at no row makes the migration fail; nothing is changed then. Postgres checks every row while writes to both tables wait.',
    'Look for such rows before with the query of the message. On large tables run it in quiet hours.',
  ],
  check(step, plan) {
    if (step.kind !== 'add constraint' && step.kind !== 'alter constraint') return []
    const key = step.kind === 'add constraint' ? step.constraint : step.to
    if (key.kind !== 'foreign' || key.notValid || plan.tableIsNew(step.table)) return []
    if (step.kind === 'alter constraint' && sameConstraintDefinition(step.from, key)) return []
    const isValidated = step.kind === 'alter constraint' && isChangedInPlace(step.from, step.to)
    const targets = targetsOf(plan, key, plan.tableOf(step.table), plan.tableOf(key.target)).filter(
      target => !(isValidated && target === 'sqlite'),
    )
    if (targets.length === 0 || key.columns.some(column => isEmptyColumn(plan, step.table, column))) return []
    const both = `${nameText(step.table)} and ${nameText(key.target)}`
    const waits = targets.includes('postgres') && !isValidated ? ` Postgres lets writes to ${both} wait meanwhile.` : ''
    return [
      {
        object: memberKey(step.table, key.name),
        message: `The foreign key ${key.name} is ${isValidated ? 'validated against' : 'added to'} the rows of ${nameText(step.table)}: one that points at no row of ${nameText(key.target)} makes the migration fail. \`${orphans(step.table, key)}\` counts them.${waits}`,
        remedy: 'Mend or remove such rows before, or in a `sql` step ahead of it.',
        ...concern(plan, targets),
      },
    ]
  },
}

function orphans(table: QName, key: ForeignKey): string {
  const pointed = key.columns.map(column => `o.${sqlName(column)} is not null`)
  if (key.missing) return `select count(*) from ${sqlTable(table)} o where ${pointed.join(' and ')}`
  const met = key.columns.map((column, at) => `t.${sqlName(key.targetColumns[at]!)} = o.${sqlName(column)}`)
  return `select count(*) from ${sqlTable(table)} o where ${pointed.join(' and ')} and not exists (select 1 from ${sqlTable(key.target)} t where ${met.join(' and ')})`
}
