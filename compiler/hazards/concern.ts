import type { DialectName } from '../schema/dialect.ts'
import type { PlanContext } from './plan-context.ts'
import type { Finding } from './rule.ts'

/** Anything that may be limited to one database. */
interface Limited {
  readonly only?: DialectName
}

/** The targets for which some objects exist, in the order of the project. */
export function targetsOf(plan: PlanContext, ...objects: readonly (Limited | undefined)[]): readonly DialectName[] {
  return plan.targets.filter(target => objects.every(object => object?.only === undefined || object.only === target))
}

/** The `targets` of a finding: left out when it concerns all of them. */
export function concern(plan: PlanContext, targets: readonly DialectName[]): Pick<Finding, 'targets'> {
  return targets.length === plan.targets.length ? {} : { targets }
}
