import type { DbObject } from '../../schema/objects/db-object.ts'
import { objectKey } from '../../schema/objects/object-key.ts'
import type { Draft } from '../../schema/schema.ts'
import { objectDefinition } from '../objects/definitions.ts'
import { type NameEdits, NO_EDITS } from '../objects/names.ts'

/** Edits the names in all objects of the family; each keeps its place among the others, under the key that it has then. */
export function followInObjects(draft: Draft, edits: Partial<NameEdits>): void {
  mapObjects(draft, object => objectDefinition(object).follow(object as never, { ...NO_EDITS, ...edits }))
}

/** Puts another object in the place of each. */
export function mapObjects(draft: Draft, change: (object: DbObject) => DbObject): void {
  if (draft.objects.size === 0) return
  const objects = [...draft.objects.values()].map(change)
  draft.objects.clear()
  for (const object of objects) draft.objects.set(objectKey(object), object)
}
