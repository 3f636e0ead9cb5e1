import type { QName } from '../schema/name.ts'
import type { Step } from '../steps/step.ts'
import type { PlanContext } from './plan-context.ts'

const filled = new WeakMap<PlanContext, ReadonlySet<string>>()

/** Whether a column that the plan adds is null in every row that is there. */
export function isEmptyColumn(plan: PlanContext, table: QName, name: string): boolean {
  if (!plan.columnIsNew(table, name)) return false
  let set = filled.get(plan)
  if (set === undefined) {
    set = new Set(plan.steps.filter(isFilled).map(step => key(step.table, step.column.name)))
    filled.set(plan, set)
  }
  return !set.has(key(table, name))
}

function isFilled(step: Step): step is Extract<Step, { kind: 'add column' }> {
  if (step.kind !== 'add column') return false
  const { column, fill } = step
  return [column.default, fill, column.identity, column.generated].some(one => one !== undefined) || !column.nullable
}

function key(table: QName, name: string): string {
  return JSON.stringify([table.schema ?? null, table.name, name])
}
