import { nameText, type QName } from '../schema/name.ts'
import type { DbObject } from '../schema/objects/db-object.ts'
import { type GrantObject, grantPlace, type Privilege } from '../schema/objects/grant.ts'
import type { PolicyObject } from '../schema/objects/policy.ts'
import { inputTypes } from '../schema/objects/routine.ts'
import { objectDefinition } from '../steps/objects/definitions.ts'
import type { Step } from '../steps/step.ts'
import type { PlanContext } from './plan-context.ts'

/** Who may do what, as a plan changes it. */
export interface Access {
  /** What the plan creates and drops, as `grantPlace` calls it. */
  readonly created: ReadonlySet<string>
  readonly dropped: ReadonlySet<string>
  /** The grants that stand after the plan, by their place. */
  readonly grants: ReadonlyMap<string, readonly GrantObject[]>
  /** The policies that come, go and stay, by their table. */
  readonly policiesCreated: ReadonlyMap<string, readonly PolicyObject[]>
  readonly policiesDropped: ReadonlyMap<string, readonly PolicyObject[]>
  readonly policies: ReadonlyMap<string, readonly PolicyObject[]>
  /** The tables whose row security is switched on. */
  readonly secured: ReadonlySet<string>
}

const memory = new WeakMap<PlanContext, Access>()

/** Looks a plan over once. */
export function accessOf(plan: PlanContext): Access {
  let known = memory.get(plan)
  if (known === undefined) {
    known = readAccess(plan)
    memory.set(plan, known)
  }
  return known
}

/** The privileges of a list that others do not hold, as they are written: `select`, `update (total)`. */
export function rightsWithout(list: readonly Privilege[], others: readonly Privilege[]): readonly string[] {
  const held = new Set(others.flatMap(rightsOf))
  return list.flatMap(rightsOf).filter(right => !held.has(right) && !held.has(right.replace(/ \(.*/s, '')))
}

function rightsOf({ name, columns }: Privilege): readonly string[] {
  return columns === undefined ? [name] : columns.map(column => `${name} (${column})`)
}

function readAccess({ steps, after }: PlanContext): Access {
  const objects = [...after.objects.values()]
  const policies = (list: readonly DbObject[]) =>
    byKey(
      list.flatMap(one => (one.kind === 'policy' ? one : [])),
      ({ table }) => nameText(table),
    )
  return {
    created: new Set(steps.flatMap(step => placesOf(step, 'create'))),
    dropped: new Set(steps.flatMap(step => placesOf(step, 'drop'))),
    grants: byKey(
      objects.flatMap(one => (one.kind === 'grant' ? one : [])),
      grantPlace,
    ),
    policiesCreated: policies(steps.flatMap(step => (step.kind === 'create object' ? step.object : []))),
    policiesDropped: policies(steps.flatMap(step => (step.kind === 'drop object' ? step.object : []))),
    policies: policies(objects),
    secured: new Set(
      steps.flatMap(step =>
        step.kind === 'alter table' && step.to.rowSecurity && !step.from.rowSecurity ? nameText(step.table) : [],
      ),
    ),
  }
}

function byKey<T>(list: readonly T[], keyOf: (one: T) => string): ReadonlyMap<string, readonly T[]> {
  return Map.groupBy(list, keyOf)
}

function placesOf(step: Step, way: 'create' | 'drop'): readonly string[] {
  if (!step.kind.startsWith(way)) return []
  if ('table' in step && (step.kind === 'create table' || step.kind === 'drop table')) return [on(step.table.name)]
  if (step.kind === 'create view' || step.kind === 'drop view') return [on(step.view.name)]
  if (step.kind === 'create enum' || step.kind === 'drop enum') return [on(step.enum.name, 'type ')]
  if (step.kind === 'create schema' || step.kind === 'drop schema') return [on({ name: step.schema.name }, 'schema ')]
  return step.kind === 'create object' || step.kind === 'drop object' ? objectPlaces(step.object) : []
}

function on(name: QName, what = ''): string {
  return `on ${what}${nameText(name)}`
}

function objectPlaces(object: DbObject): readonly string[] {
  if (object.kind === 'function' || object.kind === 'procedure' || object.kind === 'aggregate') {
    const target = object.kind === 'procedure' ? 'procedure' : 'function'
    return [grantPlace({ name: object.name, on: target, types: inputTypes(object) })]
  }
  const what = { sequence: 'sequence ', type: 'type ' }
  return objectDefinition(object)
    .provides(object as never)
    .flatMap(({ space, name }) => {
      if (space === 'type') return [on(name, what.type)]
      return space === 'relation' ? [on(name, object.kind === 'sequence' ? what.sequence : '')] : []
    })
}
