import type { RevisionGraph } from './graph.ts'

/**
 * The revisions on the branch that a label names: the one that declares it and all its descendants, and, while the
 * branch is a single line, also the line below it down to where it parts from others.
 */
export function branchOf(graph: RevisionGraph, label: string): ReadonlySet<string> {
  const start = graph.labels.get(label)
  const branch = new Set<string>(start === undefined ? [] : [start])
  for (const at of branch) for (const child of graph.children.get(at) ?? []) branch.add(child)
  if (start === undefined || ![...branch].every(at => isPlain(graph, at))) return branch
  let at = graph.nodes.get(start)?.parents[0]
  while (at !== undefined && isPlain(graph, at)) {
    branch.add(at)
    at = graph.nodes.get(at)?.parents[0]
  }
  return branch
}

/** The labels of the branches that a revision is on, sorted. */
export function labelsOn(graph: RevisionGraph, id: string): readonly string[] {
  return [...graph.labels.keys()].filter(label => branchOf(graph, label).has(id)).sort()
}

function isPlain(graph: RevisionGraph, id: string): boolean {
  return (graph.dependents.get(id)?.length ?? 0) < 2 && (graph.nodes.get(id)?.parents.length ?? 0) < 2
}
