import { type DialectName, dialectTitle, isFor } from '../schema/dialect.ts'
import type { PlanContext } from './plan-context.ts'
import type { Finding } from './rule.ts'

/** Anything that may be limited to one database. */
interface Limited {
  readonly only?: DialectName
}

/** The targets for which some objects exist, in the order of the project. */
export function targetsOf(plan: PlanContext, ...objects: readonly (Limited | undefined)[]): readonly DialectName[] {
  return plan.targets.filter(target => objects.every(object => object === undefined || isFor(object, target)))
}

/** An altered table or column. */
interface Altered {
  readonly from: Limited
  readonly to: Limited
}

/** The targets that an altered object leaves, in the order of the project. */
export function targetsLeft(plan: PlanContext, { from, to }: Altered): readonly DialectName[] {
  return targetsOf(plan, from).filter(target => !isFor(to, target))
}

/** The targets to which an altered object is new. */
export function targetsNew(plan: PlanContext, { from, to }: Altered): readonly DialectName[] {
  return targetsOf(plan, to).filter(target => !isFor(from, target))
}

/** The names of some databases in a sentence. */
export function titles(targets: readonly DialectName[]): string {
  return targets.map(dialectTitle).join(' and ')
}

/** The `targets` of a finding: left out when it concerns all of them. */
export function concern(plan: PlanContext, targets: readonly DialectName[]): Pick<Finding, 'targets'> {
  return targets.length === plan.targets.length ? {} : { targets }
}
