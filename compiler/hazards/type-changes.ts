import type { Column } from '../schema/column.ts'
import { type DialectName, forDialect } from '../schema/dialect.ts'
import { baseType } from '../schema/objects/type-object.ts'
import type { Type } from '../schema/type.ts'
import { type TypeChange, typeChange } from '../schema/type-change.ts'
import { sameType } from '../steps/same.ts'
import type { Step } from '../steps/step.ts'
import { targetsOf } from './concern.ts'
import type { PlanContext } from './plan-context.ts'

/** A column with rows whose stored values change their type, as one target sees it. */
export interface ColumnTypeChange {
  readonly target: DialectName
  readonly from: Type
  readonly to: Type
  readonly change: TypeChange
  /** Whether the text says how values are turned, and how they are turned back. */
  readonly converted: boolean
  readonly reverted: boolean
}

/** What a step does to the type of a column, for each target where it does; nothing for columns that compute themselves. */
export function typeChangesOf(step: Step, plan: PlanContext): readonly ColumnTypeChange[] {
  if (step.kind !== 'alter column' || plan.columnIsNew(step.table, step.to.name)) return []
  const { from, to, convert, revert } = step
  if (isComputed(from) || isComputed(to)) return []
  return targetsOf(plan, to, plan.tableOf(step.table)).flatMap(target => {
    const one = forDialect(from.type, target)
    const two = forDialect(to.type, target)
    if (one === undefined || two === undefined || sameType(one, two)) return []
    const converted = convert !== undefined && forDialect(convert, target) !== undefined
    const reverted = revert !== undefined && forDialect(revert, target) !== undefined
    const change = typeChange(baseType(plan.before, one, target), baseType(plan.after, two, target))
    return [{ target, from: one, to: two, change, converted, reverted }]
  })
}

/** The change in Postgres, if Postgres is a target and the type changes there. */
export function postgresTypeChange(step: Step, plan: PlanContext): ColumnTypeChange | undefined {
  return typeChangesOf(step, plan).find(one => one.target === 'postgres')
}

function isComputed(column: Column): boolean {
  return column.generated !== undefined
}
