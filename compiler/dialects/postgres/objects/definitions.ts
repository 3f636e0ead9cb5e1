import type { DbObject, ObjectKind } from '../../../schema/objects/db-object.ts'
import { aggregateObject } from './aggregate.ts'
import { compositeObject } from './composite.ts'
import type { PostgresObject, PostgresObjects } from './definition.ts'
import { domainObject } from './domain.ts'
import { functionObject } from './function.ts'
import { grantObject } from './grant.ts'
import { materializedViewObject } from './materialized-view.ts'
import { otherObject } from './other.ts'
import { policyObject } from './policy.ts'
import { procedureObject } from './procedure.ts'
import { rangeObject } from './range.ts'
import { ruleObject } from './rule.ts'
import { sequenceObject } from './sequence.ts'

/** Every kind of object, in the order in which they are read from a database. */
export const postgresObjects: PostgresObjects = {
  function: functionObject,
  procedure: procedureObject,
  aggregate: aggregateObject,
  sequence: sequenceObject,
  domain: domainObject,
  composite: compositeObject,
  range: rangeObject,
  'materialized view': materializedViewObject,
  policy: policyObject,
  rule: ruleObject,
  grant: grantObject,
  object: otherObject,
}

/** How Postgres deals with an object's kind; the caller has an object of that kind in hand. */
export function postgresObject(object: Pick<DbObject, 'kind'>): PostgresObject<ObjectKind> {
  return postgresObjects[object.kind] as unknown as PostgresObject<ObjectKind>
}
