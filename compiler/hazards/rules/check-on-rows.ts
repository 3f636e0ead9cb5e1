import { forDialect } from '../../schema/dialect.ts'
import { nameText } from '../../schema/name.ts'
import { domainsOf } from '../../schema/objects/type-object.ts'
import { sqlName } from '../../sql/name-text.ts'
import { isChangedInPlace } from '../../steps/changed-in-place.ts'
import { sameConstraintDefinition } from '../../steps/same.ts'
import type { AlterColumn } from '../../steps/step.ts'
import { concern, targetsOf } from '../concern.ts'
import { countedBy, type QueryFor, saidCount } from '../counted-by.ts'
import { memberKey } from '../member-key.ts'
import type { PlanContext } from '../plan-context.ts'
import type { Finding, HazardRule } from '../rule.ts'

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
    if (constraint.kind !== 'check' || constraint.notValid || constraint.notEnforced || plan.tableIsNew(step.table))
      return []
    if (step.kind === 'alter constraint' && sameConstraintDefinition(step.from, constraint)) return []
    const isValidated = step.kind === 'alter constraint' && isChangedInPlace(step.from, step.to)
    const targets = targetsOf(plan, constraint, plan.tableOf(step.table)).filter(
      target => forDialect(constraint.sql, target) !== undefined && !(isValidated && target === 'sqlite'),
    )
    const [first] = targets
    if (first === undefined) return []
    const query: QueryFor = (target, table) =>
      `select count(*) from ${table(step.table)} where not (${forDialect(constraint.sql, target)!})`
    return [
      {
        object: memberKey(step.table, constraint.name),
        message: `The check ${constraint.name} is ${isValidated ? 'validated against' : 'added to'} the rows of ${nameText(step.table)}: one that does not pass makes the migration fail.${saidCount(countedBy(plan, targets, query, step))}`,
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
  const query: QueryFor = (target, name) => {
    const checks = found.flatMap(one => (one.target === target ? one.checked : [])).flatMap(one => one.checks)
    const sql = checks.flatMap(check => forDialect(check.sql, target) ?? []).join(' and ')
    const held = `select ${sqlName(to.name)} as value from ${name(table)}`
    return `select count(*) from (${held}) as held where not (${sql})`
  }
  const targets = found.map(({ target }) => target)
  return [
    {
      object: key,
      message: `The rows of ${nameText(table)} come under the checks of ${names}: a value of ${to.name} that does not pass makes the migration fail.${saidCount(countedBy(plan, targets, query))}`,
      remedy: 'Mend such rows before, or in a `sql` step ahead of it.',
      ...concern(plan, targets),
    },
  ]
}
