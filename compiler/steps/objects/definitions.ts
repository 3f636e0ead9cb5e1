import type { DbObject, ObjectKind } from '../../schema/objects/db-object.ts'
import { aggregateDefinition } from './aggregate.ts'
import { compositeDefinition } from './composite.ts'
import type { ObjectDefinition, ObjectDefinitions } from './definition.ts'
import { domainDefinition } from './domain.ts'
import { functionDefinition } from './function.ts'
import { grantDefinition } from './grant.ts'
import { materializedViewDefinition } from './materialized-view.ts'
import { otherDefinition } from './other.ts'
import { policyDefinition } from './policy.ts'
import { procedureDefinition } from './procedure.ts'
import { rangeDefinition } from './range.ts'
import { ruleDefinition } from './rule.ts'
import { sequenceDefinition } from './sequence.ts'

const definitions: ObjectDefinitions = {
  function: functionDefinition,
  procedure: procedureDefinition,
  aggregate: aggregateDefinition,
  sequence: sequenceDefinition,
  domain: domainDefinition,
  composite: compositeDefinition,
  range: rangeDefinition,
  'materialized view': materializedViewDefinition,
  policy: policyDefinition,
  rule: ruleDefinition,
  grant: grantDefinition,
  object: otherDefinition,
}

/** What there is to know of an object's kind; `K` is left to the caller, who has an object of that kind in hand. */
export function objectDefinition(object: Pick<DbObject, 'kind'>): ObjectDefinition<ObjectKind> {
  return definitions[object.kind] as unknown as ObjectDefinition<ObjectKind>
}
