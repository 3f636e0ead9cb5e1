import { findGraphProblems } from './graph-problems.ts'
import type { RevisionNode } from './revision-node.ts'

/** The revisions and how they hang together. It knows no files and no database. */
export interface RevisionGraph {
  /** In load order, which decides between revisions that the links leave open. */
  readonly nodes: ReadonlyMap<string, RevisionNode>
  /** The place of each revision in load order. */
  readonly order: ReadonlyMap<string, number>
  /** What each revision needs beside its parents, as ids, without what an ancestor already needs. */
  readonly needs: ReadonlyMap<string, readonly string[]>
  /** The revisions that have this one as a parent. */
  readonly children: ReadonlyMap<string, readonly string[]>
  /** The revisions that have this one as a parent or need it. */
  readonly dependents: ReadonlyMap<string, readonly string[]>
  /** The revision that declares each label. */
  readonly labels: ReadonlyMap<string, string>
}

/** Builds the graph; throws the first of `findGraphProblems` when the revisions do not hang together. */
export function loadGraph(revisions: readonly RevisionNode[]): RevisionGraph {
  const [problem] = findGraphProblems(revisions)
  if (problem !== undefined) throw problem
  const nodes = new Map(revisions.map(node => [node.id, node]))
  const order = new Map(revisions.map((node, at) => [node.id, at]))
  const labels = new Map(revisions.flatMap(node => node.labels.map(label => [label, node.id] as const)))
  const children = linksTo(revisions, node => node.parents)
  const needs = neededOf(nodes, labels)
  const dependents = linksTo(revisions, node => [...node.parents, ...(needs.get(node.id) ?? [])])
  return { nodes, order, needs, children, dependents, labels }
}

/** The parents and the needs of a revision, as ids. */
export function downOf(graph: Pick<RevisionGraph, 'nodes' | 'needs'>, id: string): readonly string[] {
  const parents = graph.nodes.get(id)?.parents ?? []
  const needs = graph.needs.get(id) ?? []
  return needs.length === 0 ? parents : [...new Set([...parents, ...needs])]
}

/** The revisions that no other has as a parent, in load order. */
export function heads(graph: RevisionGraph): readonly string[] {
  return [...graph.nodes.keys()].filter(id => graph.children.get(id) === undefined)
}

/** The revisions that no other has as a parent or needs, in load order. */
export function freeHeads(graph: RevisionGraph): readonly string[] {
  return [...graph.nodes.keys()].filter(id => graph.dependents.get(id) === undefined)
}

/** The revisions without parents, in load order. */
export function bases(graph: RevisionGraph): readonly string[] {
  return [...graph.nodes.values()].filter(node => node.parents.length === 0).map(node => node.id)
}

function linksTo(
  revisions: readonly RevisionNode[],
  down: (node: RevisionNode) => readonly string[],
): Map<string, readonly string[]> {
  const links = new Map<string, string[]>()
  for (const node of revisions) {
    for (const id of new Set(down(node))) {
      const list = links.get(id)
      if (list === undefined) links.set(id, [node.id])
      else list.push(node.id)
    }
  }
  return links
}

function neededOf(
  nodes: ReadonlyMap<string, RevisionNode>,
  labels: ReadonlyMap<string, string>,
): Map<string, readonly string[]> {
  const resolved = new Map<string, readonly string[]>()
  for (const node of nodes.values()) {
    if (node.needs.length > 0) resolved.set(node.id, [...new Set(node.needs.map(need => labels.get(need) ?? need))])
  }
  const needs = new Map<string, readonly string[]>()
  for (const [id, own] of resolved) {
    const older = new Set<string>()
    const seen = new Set([id])
    for (const at of seen) {
      if (at !== id) for (const need of resolved.get(at) ?? []) older.add(need)
      for (const parent of nodes.get(at)?.parents ?? []) seen.add(parent)
    }
    needs.set(
      id,
      own.filter(need => !older.has(need)),
    )
  }
  return needs
}
