import type { Schema } from '../../../compiler/schema/schema.ts'
import type { Sources } from '../../sources.ts'
import type { DeclarationOrder } from './declaration-order.ts'

type Near = string | { readonly file: string } | undefined

/**
 * Finds the nearest declaration that is still there and stood before one that is gone: in its file where that was seen, or
 * else the file itself; otherwise in the order in which the revisions made them.
 */
export function nearestBefore(
  { objects }: Sources,
  past: Schema | undefined,
  order: DeclarationOrder,
): (key: string) => Near {
  const known = new Map<string, Near>()
  let inPast: ReadonlyMap<string, string | undefined> | undefined
  return key => {
    const way = new Set<string>()
    let found: Near
    let file: string | undefined
    for (let at: string | undefined = key; at !== undefined && !way.has(at); at = order.of(at)?.after) {
      file = order.of(at)?.file ?? file
      found = known.get(at) ?? (at !== key && objects.has(at) ? at : undefined)
      if (found !== undefined) break
      way.add(at)
    }
    if (found === undefined && file !== undefined) found = { file }
    if (found !== undefined) for (const gone of way) known.set(gone, found)
    inPast ??= survivors(past, objects)
    return found ?? inPast.get(key)
  }
}

/** For each object of the past that is gone, the one before it of its kind that is not. */
function survivors(past: Schema | undefined, there: Sources['objects']): ReadonlyMap<string, string | undefined> {
  const found = new Map<string, string | undefined>()
  for (const objects of Object.values(past ?? {}) as readonly ReadonlyMap<string, unknown>[]) {
    let last: string | undefined
    for (const key of objects.keys()) {
      if (there.has(key)) last = key
      else found.set(key, last)
    }
  }
  return found
}
