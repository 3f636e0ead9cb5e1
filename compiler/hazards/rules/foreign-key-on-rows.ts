import type { ForeignKey } from '../../schema/constraint.ts'
import { nameText, type QName } from '../../schema/name.ts'
import { sqlName } from '../../sql/name-text.ts'
import { isChangedInPlace } from '../../steps/changed-in-place.ts'
import { sameConstraintDefinition } from '../../steps/same.ts'
import type { StepOf } from '../../steps/step.ts'
import { concern, targetsOf } from '../concern.ts'
import { countedBy, saidCount } from '../counted-by.ts'
import { isEmptyColumn } from '../empty-columns.ts'
import { memberKey } from '../member-key.ts'
import type { PlanContext } from '../plan-context.ts'
import { queryBefore } from '../query-before.ts'
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
    if (key.kind !== 'foreign' || key.notValid || key.notEnforced || plan.tableIsNew(step.table)) return []
    if (step.kind === 'alter constraint' && sameConstraintDefinition(step.from, key)) return []
    if (isHeldBefore(plan, step, key)) return []
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
        message: `The foreign key ${key.name} is ${isValidated ? 'validated against' : 'added to'} the rows of ${nameText(step.table)}: one that points at no row of ${nameText(key.target)} makes the migration fail.${saidCount(countedBy(plan, targets, (_, table) => orphans(step.table, key, table), step))}${waits}`,
        remedy: 'Mend or remove such rows before, or in a `sql` step ahead of it.',
        ...concern(plan, targets),
      },
    ]
  },
}

const dropped = new WeakMap<PlanContext, ReadonlySet<string>>()

/** Whether another foreign key, which goes, has kept the rows from pointing nowhere until now. */
function isHeldBefore(
  plan: PlanContext,
  step: StepOf<'add constraint' | 'alter constraint'>,
  key: ForeignKey,
): boolean {
  let keys = dropped.get(plan)
  if (keys === undefined) {
    keys = new Set(
      plan.steps.flatMap(one => {
        const old =
          one.kind === 'drop constraint' ? one.constraint : one.kind === 'alter constraint' ? one.from : undefined
        const isHolding = old?.kind === 'foreign' && !old.notValid && !old.notEnforced && !old.missing
        return isHolding ? held(plan, one as HeldBy, old) : []
      }),
    )
    dropped.set(plan, keys)
  }
  const now = held(plan, step, key)
  return now.length > 0 && now.every(one => keys.has(one))
}

type HeldBy = StepOf<'add constraint' | 'alter constraint' | 'drop constraint'>

/** What a foreign key keeps out, in the names before the plan, for each database that it is for. */
function held(plan: PlanContext, step: HeldBy, key: ForeignKey): readonly string[] {
  return targetsOf(plan, key).map(target => {
    const query = orphans(step.table, key, name => sqlTable(target === 'sqlite' ? { name: name.name } : name))
    return `${target} ${key.match ?? ''} ${queryBefore(plan, query, target, step) ?? JSON.stringify([nameText(step.table), key.name])}`
  })
}

function orphans(table: QName, key: ForeignKey, nameOf: (name: QName) => string): string {
  const pointed = key.columns.map(column => `o.${sqlName(column)} is not null`)
  if (key.missing) return `select count(*) from ${nameOf(table)} o where ${pointed.join(' and ')}`
  const met = key.columns.map((column, at) => `t.${sqlName(key.targetColumns[at]!)} = o.${sqlName(column)}`)
  return `select count(*) from ${nameOf(table)} o where ${pointed.join(' and ')} and not exists (select 1 from ${nameOf(key.target)} t where ${met.join(' and ')})`
}
