import { downOf, type RevisionGraph } from './graph.ts'
import { inOrder } from './reach.ts'

/**
 * The revisions of `ids`, each before those that it stands on. Branches stay together: one is followed down until a
 * revision is met that another branch still stands on, then that other branch is followed. What the links leave open
 * the load order decides, in the way Alembic's `history` and `upgrade` do.
 */
export function newestFirst(graph: RevisionGraph, ids: ReadonlySet<string>): readonly string[] {
  const waits = new Map<string, number>()
  for (const id of ids) waits.set(id, (graph.dependents.get(id) ?? []).filter(above => ids.has(above)).length)
  const tips = [
    ...inOrder(
      graph,
      [...ids].filter(id => waits.get(id) === 0),
    ),
  ]
  const listed = new Set(tips)
  const sorted: string[] = []
  const done = new Set<string>()
  for (let at = 0; tips.length > 0; ) {
    const id = tips[at]!
    if (waits.get(id)! > 0) {
      at = firstAbove(graph, ids, done, tips, id)
      continue
    }
    sorted.push(id)
    done.add(id)
    listed.delete(id)
    const down = downOf(graph, id).filter(below => ids.has(below))
    for (const below of down) waits.set(below, waits.get(below)! - 1)
    const [first, ...others] = down.filter(below => !listed.has(below))
    if (first === undefined) {
      tips.splice(at, 1)
      at = Math.max(at - 1, 0)
    } else {
      tips[at] = first
      tips.push(...others)
      for (const below of [first, ...others]) listed.add(below)
    }
  }
  return sorted
}

/** The revisions of `ids`, each after those that it stands on: the order in which a fresh database is brought up. */
export function oldestFirst(graph: RevisionGraph, ids: ReadonlySet<string>): readonly string[] {
  return [...newestFirst(graph, ids)].reverse()
}

/** The place of the first tip that stands on `id`. */
function firstAbove(
  graph: RevisionGraph,
  ids: ReadonlySet<string>,
  done: ReadonlySet<string>,
  tips: readonly string[],
  id: string,
): number {
  const above = new Set([id])
  for (const at of above) {
    for (const next of graph.dependents.get(at) ?? []) if (ids.has(next) && !done.has(next)) above.add(next)
  }
  return tips.findIndex(tip => tip !== id && above.has(tip))
}
