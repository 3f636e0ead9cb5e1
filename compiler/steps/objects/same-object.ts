import type { DbObject } from '../../schema/objects/db-object.ts'
import { objectDefinition } from './definitions.ts'

/** Whether two objects of one key are the same, their comments too. */
export function sameObject(a: DbObject, b: DbObject): boolean {
  return a === b || (a.comment === b.comment && sameObjectDefinition(a, b))
}

/** Whether they are the same but for their comments. */
export function sameObjectDefinition(a: DbObject, b: DbObject): boolean {
  return a === b || (a.kind === b.kind && objectDefinition(a).same(a as never, b as never))
}
