import { labelsOn } from '../../compiler/revisions/branch.ts'
import type { RevisionGraph } from '../../compiler/revisions/graph.ts'

/** What is to be said of a revision's place in the graph: `current`, `head`, `branchpoint`, `mergepoint`. */
export function graphMarks(graph: RevisionGraph, id: string, current: readonly string[] = []): readonly string[] {
  const children = graph.children.get(id)?.length ?? 0
  const parents = graph.nodes.get(id)?.parents.length ?? 0
  return [
    ...(current.includes(id) ? ['current'] : []),
    ...(children === 0 ? ['head'] : []),
    ...(children > 1 ? ['branchpoint'] : []),
    ...(parents > 1 ? ['mergepoint'] : []),
  ]
}

/** The branches that a revision is on without naming them itself: `on nightly`. */
export function branchMarks(graph: RevisionGraph, id: string): readonly string[] {
  const own = graph.nodes.get(id)?.labels ?? []
  return labelsOn(graph, id).flatMap(label => (own.includes(label) ? [] : [`on ${label}`]))
}
