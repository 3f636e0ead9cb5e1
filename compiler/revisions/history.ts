import { branchOf, labelsOn } from './branch.ts'
import { graphFailure, listed } from './failures.ts'
import type { RevisionGraph } from './graph.ts'
import { readRange } from './range.ts'
import { ancestors, checkApart, descendants, lineage } from './reach.ts'
import { resolve, resolveOne } from './resolve.ts'
import { newestFirst } from './topological.ts'
import { upgradeTargets } from './upgrade-path.ts'

/**
 * The revisions of a range `A:B`, both ends included, newest first; an end left out is `base` and `heads`. `current` is what
 * that word stands for in the range. Without a range, all revisions.
 */
export function history(graph: RevisionGraph, range?: string, current: readonly string[] = []): readonly string[] {
  const { from = 'base', to = 'heads' } = range === undefined ? {} : readRange(range)
  const lowerEnd = () => (from === 'current' ? current : resolve(graph, from, { mayStop: true }))
  const upper = to === 'current' ? current : upgradeTargets(graph, lowerEnd, to, { mayStop: true })
  const targets = narrowed(graph, upper, from)
  checkApart(graph, targets)
  const lower = lowerEnd()
  const reached = ancestors(graph, targets)
  const astray = lower.find(id => !reached.has(id))
  if (astray !== undefined) {
    const message = `Revision ${astray} is no ancestor of ${targets.length === 0 ? 'base' : listed(targets)}.`
    throw graphFailure('MIG306', message, 'Name two revisions of one line, the older one first.', [astray, ...targets])
  }
  checkApart(graph, lower)
  const below = ancestors(graph, lower)
  const above = descendants(graph, lower, false)
  const ids = [...reached].filter(id => lower.length === 0 || lower.includes(id) || (above.has(id) && !below.has(id)))
  return newestFirst(graph, new Set(ids))
}

/** The revisions that have several children, newest first. */
export function branchPoints(graph: RevisionGraph): readonly string[] {
  return newestFirst(graph, new Set(graph.nodes.keys())).filter(id => (graph.children.get(id)?.length ?? 0) > 1)
}

/** A range that begins at `LABEL@…` ends on that branch. */
function narrowed(graph: RevisionGraph, targets: readonly string[], from: string): readonly string[] {
  const at = from.indexOf('@')
  if (at < 1) return targets
  const name = from.slice(0, at)
  const id = graph.labels.get(name) === undefined ? resolveOne(graph, name) : undefined
  if (id === undefined) return targets.filter(target => branchOf(graph, name).has(target))
  const [label, ...others] = labelsOn(graph, id)
  const branch = label !== undefined && others.length === 0 ? branchOf(graph, label) : lineage(graph, [id])
  return targets.filter(target => branch.has(target))
}
