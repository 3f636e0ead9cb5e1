import { nameText, quoteName } from '../../../compiler/schema/name.ts'
import type { DbObject, ObjectKind, ObjectOf } from '../../../compiler/schema/objects/db-object.ts'
import type { ObjectId } from '../../../compiler/schema/objects/object-key.ts'
import { writeAggregate } from './aggregate.ts'
import { writeComposite } from './composite.ts'
import { writeDomain } from './domain.ts'
import { writeGrant } from './grant.ts'
import { writeMaterializedView } from './materialized-view.ts'
import { writeOther } from './other.ts'
import { writePolicy } from './policy.ts'
import { writeRange } from './range.ts'
import { writeRoutine } from './routine.ts'
import { writeRule } from './rule.ts'
import { writeSequence } from './sequence.ts'

const writers: { readonly [K in ObjectKind]: (object: ObjectOf<K>) => string } = {
  function: writeRoutine,
  procedure: writeRoutine,
  aggregate: writeAggregate,
  sequence: writeSequence,
  domain: writeDomain,
  composite: writeComposite,
  range: writeRange,
  'materialized view': writeMaterializedView,
  policy: writePolicy,
  rule: writeRule,
  grant: writeGrant,
  object: writeOther,
}

/** An object of the family as a declaration, without its comment. */
export function writeObject(object: DbObject): string {
  return (writers[object.kind] as (object: DbObject) => string)(object)
}

/** How a rename calls an object: `add(integer, integer)`, `orders.own_rows`. */
export function writeObjectId({ name, table, arguments: types }: ObjectId): string {
  const path = table === undefined ? nameText(name) : `${nameText(table)}.${quoteName(name.name)}`
  return types === undefined ? path : `${path}(${types.join(', ')})`
}
