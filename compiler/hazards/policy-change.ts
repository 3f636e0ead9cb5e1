import { nameText } from '../schema/name.ts'
import { idOf, labelOf } from '../schema/objects/object-key.ts'
import type { PolicyObject } from '../schema/objects/policy.ts'
import { objectDefinition } from '../steps/objects/definitions.ts'
import type { Step } from '../steps/step.ts'
import { accessOf } from './access.ts'
import { targetsOf } from './concern.ts'
import type { PlanContext } from './plan-context.ts'

/** A policy that lets roles reach more rows of a table than before, or fewer. */
export interface PolicyChange {
  readonly policy: PolicyObject
  readonly table: string
  readonly way: 'comes' | 'goes' | 'roles'
}

/** What a step on a policy opens: one that allows comes, or one that forbids goes. */
export function opens(step: Step, plan: PlanContext): PolicyChange | undefined {
  return changeOf(step, plan, true)
}

/** What a step on a policy hides: one that allows goes, or one that forbids comes. */
export function hides(step: Step, plan: PlanContext): PolicyChange | undefined {
  return changeOf(step, plan, false)
}

function changeOf(step: Step, plan: PlanContext, isOpening: boolean): PolicyChange | undefined {
  const found = policyOf(step)
  if (found === undefined) return undefined
  const { policy, way } = found
  const table = nameText(policy.table)
  const { secured } = accessOf(plan)
  const now = plan.after.tables.get(table)
  if (!now?.rowSecurity || secured.has(table) || plan.tableIsNew(policy.table)) return undefined
  if (!targetsOf(plan, now, policy).includes('postgres')) return undefined
  const isWider = isOpening !== (policy.restrictive === true)
  if (way === 'roles') {
    const [before, after] = isWider ? [found.before, policy.roles] : [policy.roles, found.before]
    return hasMore(before, after) ? { policy, table, way } : undefined
  }
  return (way === 'comes') === isWider && !isReplaced(policy, table, way, plan) ? { policy, table, way } : undefined
}

/** Whether `dropped policy NAME on TABLE` speaks of it, by the name that the table had or has. */
export function isMeant({ policy, table }: PolicyChange, plan: PlanContext): boolean {
  const from = plan.steps.find(step => step.kind === 'rename table' && nameText(step.to) === table)
  const tables = [policy.table, ...(from?.kind === 'rename table' ? [from.from] : [])]
  return tables.some(one => plan.isSaid('policy', labelOf(idOf({ ...policy, table: one }))))
}

function policyOf(step: Step): (Pick<PolicyChange, 'policy' | 'way'> & { before?: readonly string[] }) | undefined {
  if (step.kind === 'create object' && step.object.kind === 'policy') return { policy: step.object, way: 'comes' }
  if (step.kind === 'drop object' && step.object.kind === 'policy') return { policy: step.object, way: 'goes' }
  if (step.kind !== 'alter object' || step.from.kind !== 'policy' || step.to.kind !== 'policy') return undefined
  return { policy: step.to, way: 'roles', ...(step.from.roles && { before: step.from.roles }) }
}

/** Whether a list names roles that another does not; one that is left out means everybody. */
function hasMore(before: readonly string[] | undefined, after: readonly string[] | undefined): boolean {
  if (before === undefined || before.includes('public')) return false
  return after === undefined || after.some(role => !before.includes(role))
}

/** Whether the same policy goes and comes under another name. */
function isReplaced(policy: PolicyObject, table: string, way: 'comes' | 'goes', plan: PlanContext): boolean {
  const { policiesCreated, policiesDropped } = accessOf(plan)
  const others = (way === 'comes' ? policiesDropped : policiesCreated).get(table) ?? []
  return others.some(other => objectDefinition(policy).same({ ...other, name: policy.name } as never, policy as never))
}
