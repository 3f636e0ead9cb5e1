import { graphFailure } from './failures.ts'
import { downOf, type RevisionGraph } from './graph.ts'

type Links = (id: string) => readonly string[]

/** The revisions that `starts` stand on, themselves among them: parents and needs, or the parents alone. */
export function ancestors(graph: RevisionGraph, starts: Iterable<string>, withNeeds = true): ReadonlySet<string> {
  return reach(starts, withNeeds ? id => downOf(graph, id) : id => graph.nodes.get(id)?.parents ?? [])
}

/** The revisions that stand on `starts`, themselves among them. */
export function descendants(graph: RevisionGraph, starts: Iterable<string>, withNeeds = true): ReadonlySet<string> {
  const links = withNeeds ? graph.dependents : graph.children
  return reach(starts, id => links.get(id) ?? [])
}

/** The ancestors and the descendants of `anchors`. */
export function lineage(graph: RevisionGraph, anchors: readonly string[], withNeeds = false): ReadonlySet<string> {
  return new Set([...ancestors(graph, anchors, withNeeds), ...descendants(graph, anchors, withNeeds)])
}

/** The revisions of `applied` that no other of them has as a parent, in load order: what `mig current` shows. */
export function appliedHeads(graph: RevisionGraph, applied: Iterable<string>): readonly string[] {
  const all = new Set(applied)
  return inOrder(graph, all).filter(id => !(graph.children.get(id) ?? []).some(child => all.has(child)))
}

/** The revisions of `applied` that no other of them has as a parent or needs, in load order: the least that says it all. */
export function appliedTips(graph: RevisionGraph, applied: Iterable<string>): readonly string[] {
  const all = new Set(applied)
  return inOrder(graph, all).filter(id => !(graph.dependents.get(id) ?? []).some(child => all.has(child)))
}

/** The ids in load order; those that the graph does not know come last. */
export function inOrder(graph: RevisionGraph, ids: Iterable<string>): readonly string[] {
  const place = (id: string) => graph.order.get(id) ?? Number.POSITIVE_INFINITY
  return [...ids].sort((a, b) => place(a) - place(b) || 0)
}

/** Throws when one of `ids` stands on another of them. */
export function checkApart(graph: RevisionGraph, ids: readonly string[]): void {
  const below = ancestors(
    graph,
    ids.flatMap(id => downOf(graph, id)),
  )
  const under = ids.find(id => below.has(id))
  if (under === undefined) return
  const over = ids.find(id => id !== under && ancestors(graph, [id]).has(under)) ?? under
  const message = `The database is said to be at ${over} and also at ${under}, on which ${over} stands.`
  throw graphFailure('MIG307', message, `Set it right with \`mig stamp --purge ${over}\`.`, [over, under])
}

function reach(starts: Iterable<string>, links: Links): Set<string> {
  const found = new Set(starts)
  for (const id of found) for (const next of links(id)) found.add(next)
  return found
}
