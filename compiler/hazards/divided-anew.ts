import { nameText } from '../schema/name.ts'
import { samePartitionBy } from '../schema/partition.ts'
import type { TableHead } from '../schema/table.ts'
import type { Step } from '../steps/step.ts'
import type { PlanContext } from './plan-context.ts'

const found = new WeakMap<PlanContext, ReadonlySet<string>>()

/** Whether a step divides a table in another way, for which Postgres needs another table. */
export function dividesAnew(step: Step): boolean {
  return step.kind === 'alter table' && !samePartitionBy(step.from.partitionBy, step.to.partitionBy)
}

/** The tables that a plan divides in another way, by their keys after the renames. */
export function dividedAnew(plan: PlanContext): ReadonlySet<string> {
  let tables = found.get(plan)
  if (tables === undefined) {
    const keys = plan.steps.flatMap(step =>
      step.kind === 'alter table' && dividesAnew(step) ? [nameText(step.table)] : [],
    )
    tables = new Set(keys)
    found.set(plan, tables)
  }
  return tables
}

/** Whether a table that a partition is part of is divided in another way: its rows go where they belong then. */
export function movesWithParent(plan: PlanContext, { partitionOf }: TableHead): boolean {
  const tables = dividedAnew(plan)
  if (tables.size === 0) return false
  let above = partitionOf?.parent
  while (above !== undefined) {
    if (tables.has(nameText(above))) return true
    above = (plan.tableOf(above) ?? plan.before.tables.get(nameText(above)))?.partitionOf?.parent
  }
  return false
}
