import type { DbObject } from '../../../schema/objects/db-object.ts'
import { objectKey } from '../../../schema/objects/object-key.ts'
import { postgresObject } from '../objects/definitions.ts'
import type { Rendering } from './rendering.ts'

/**
 * Runs a rename, and writes down what Postgres does not rename: the body of a function is a text to it. The end of the segment
 * puts the text with the new name in its place.
 */
export function keepingTexts(work: Rendering, rename: () => void): void {
  const before = [...work.live.objects.values()]
  rename()
  if (before.length === 0) return
  const after = [...work.live.objects.values()]
  if (after.length !== before.length) return
  const held = after.map((object, at) => heldAfter(before[at]!, object))
  if (held.every((object, at) => object === after[at])) return
  work.live.objects.clear()
  for (const object of held) work.live.objects.set(objectKey(object), object)
}

function heldAfter(before: DbObject, after: DbObject): DbObject {
  const { afterRename } = postgresObject(after)
  return before === after || afterRename === undefined ? after : afterRename(before as never, after as never)
}
