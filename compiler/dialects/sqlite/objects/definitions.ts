import type { DbObject, ObjectKind } from '../../../schema/objects/db-object.ts'
import type { SqliteObject, SqliteObjects } from './definition.ts'
import { notHeld } from './not-held.ts'
import { otherObject } from './other.ts'

/** Every kind of object; SQLite holds few of them. */
export const sqliteObjects: SqliteObjects = {
  function: notHeld(),
  procedure: notHeld(),
  aggregate: notHeld(),
  sequence: notHeld(),
  domain: notHeld(),
  composite: notHeld(),
  range: notHeld(),
  'materialized view': notHeld(),
  policy: notHeld(),
  rule: notHeld(),
  grant: notHeld(),
  object: otherObject,
}

/** What SQLite holds of an object, and how it deals with it; undefined where it holds nothing. */
export function heldObject(
  object: DbObject,
): { readonly object: DbObject; readonly of: SqliteObject<ObjectKind> } | undefined {
  if (object.only === 'postgres') return undefined
  const of = sqliteObjects[object.kind] as unknown as SqliteObject<ObjectKind>
  const held = of.project(object as never)
  return held && { object: held, of }
}

/** What SQLite shows of an object, thing by thing. */
export function comparedParts(object: DbObject): readonly DbObject[] {
  const held = heldObject(object)
  if (held === undefined) return []
  return held.of.parts?.(held.object as never) ?? [held.object]
}
