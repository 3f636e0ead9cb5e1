import { forDialect } from '../../schema/dialect.ts'
import { nameText, quoteName } from '../../schema/name.ts'
import { domainsOf } from '../../schema/objects/type-object.ts'
import { isChangedInPlace } from '../../steps/changed-in-place.ts'
import { sameConstraintDefinition } from '../../steps/same.ts'
import type { AlterColumn } from '../../steps/step.ts'
import { concern, targetsOf } from '../concern.ts'
import { memberKey } from '../member-key.ts'
import type { PlanContext } from '../plan-context.ts'
import type { Finding, HazardRule } from '../rule.ts'
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
    if (step.kind === 'alter column') return newDomains(step, plan)
    if (step.kind !== 'add constraint' && step.kind !== 'alter constraint') return []
    const constraint = step.kind === 'add constraint' ? step.constraint : step.to
    if (constraint.kind !== 'check' || constraint.notValid || plan.tableIsNew(step.table)) return []
    if (step.kind === 'alter constraint' && sameConstraintDefinition(step.from, constraint)) return []
    const isValidated = step.kind === 'alter constraint' && isChangedInPlace(step.from, step.to)
    const targets = targetsOf(plan, constraint, plan.tableOf(step.table)).filter(
      target => forDialect(constraint.sql, target) !== undefined && !(isValidated && target === 'sqlite'),
    )
    const [first] = targets
    if (first === undefined) return []
    const query = `select count(*) from ${sqlTable(step.table)} where not (${forDialect(constraint.sql, first)!})`
    return [
      {
        object: memberKey(step.table, constraint.name),
        message: `The check ${constraint.name} is ${isValidated ? 'validated against' : 'added to'} the rows of ${nameText(step.table)}: one that does not pass makes the migration fail. \`${query}\` counts them.`,
        remedy: 'Mend such rows before, or in a `sql` step ahead of it.',
        ...concern(plan, targets),
      },
    ]
  },
}

/** A column whose values come into a domain that checks them. */
function newDomains(step: AlterColumn, plan: PlanContext): readonly Finding[] {
  const { table, from, to } = step
  if (plan.columnIsNew(table, to.name) || to.generated !== undefined) return []
  const key = memberKey(table, to.name)
  const found = targetsOf(plan, to, plan.tableOf(table)).flatMap(target => {
    const [old, next] = [forDialect(from.type, target), forDialect(to.type, target)]
    const had = new Set(old && domainsOf(plan.before, old, target).map(({ name }) => nameText(name)))
    const domains = next === undefined ? [] : domainsOf(plan.after, next, target)
    const checked = domains.filter(({ name, checks }) => checks.length > 0 && !had.has(nameText(name)))
    return checked.length === 0 ? [] : [{ target, checked }]
  })
  const [first] = found
  if (first === undefined) return []
  const names = first.checked.map(({ name }) => nameText(name)).join(', ')
  const sql = first.checked
    .flatMap(({ checks }) => checks.map(check => forDialect(check.sql, first.target) ?? ''))
    .join(' and ')
  const query = `select ${quoteName(to.name)} as value from ${sqlTable(table)}`
  return [
    {
      object: key,
      message: `The rows of ${nameText(table)} come under the checks of ${names}: a value of ${to.name} that does not pass makes the migration fail. \`select count(*) from (${query}) as held where not (${sql})\` counts them.`,
      remedy: 'Mend such rows before, or in a `sql` step ahead of it.',
      ...concern(
        plan,
        found.map(({ target }) => target),
      ),
    },
  ]
}
