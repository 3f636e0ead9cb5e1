import type { MergeRequest } from './request.ts'
import { sidesOf } from './sides.ts'
import { touchedBy } from './touched.ts'

/** The objects that more than one of the branches changed, sorted. */
export function sharedObjects({
  graph,
  revisions,
  heads,
}: Pick<MergeRequest, 'graph' | 'revisions' | 'heads'>): readonly string[] {
  const shared = new Set<string>()
  const { pairs } = sidesOf(graph, heads)
  const objectsOf = new Map<string, ReadonlySet<string>>()
  const objects = (id: string) => {
    const steps = revisions.get(id)!.revision.steps
    const found = objectsOf.get(id) ?? new Set(steps.flatMap(touchedBy).map(({ object }) => object))
    objectsOf.set(id, found)
    return found
  }
  for (const [a, b] of pairs) for (const object of objects(a)) if (objects(b).has(object)) shared.add(object)
  return [...shared].sort()
}
