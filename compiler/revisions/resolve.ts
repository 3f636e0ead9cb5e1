import { branchOf } from './branch.ts'
import { graphFailure, listed, quoted, severalHeads, unknownRevision } from './failures.ts'
import { freeHeads, heads, type RevisionGraph } from './graph.ts'
import { lineage } from './reach.ts'
import { type WalkOptions, walk } from './walk.ts'

const SHORTEST_PREFIX = 4

/** What `resolve` is told beside the word. */
export interface ResolveOptions extends Pick<WalkOptions, 'mayStop'> {
  /** What `current` stands for; without it the word is none. */
  readonly current?: readonly string[]
}

/**
 * The revisions that a word names: `head`, `heads`, `base` (none), an id, a unique prefix of an id, a label, and each of them
 * narrowed to a branch as in `LABEL@head`; `-N` and `LABEL@-N` count down from the heads.
 */
export function resolve(graph: RevisionGraph, text: string, options: ResolveOptions = {}): readonly string[] {
  if (text === 'current' && options.current !== undefined) return options.current
  const { words, branch } = readWord(graph, text)
  const [word] = words
  if (words.length === 1 && /^-\d+$/.test(word!)) return countDown(graph, Number(word), branch, options)
  if (words.length === 0 && branch !== undefined) resolveBranch(graph, branch)
  return words.map(id => resolveId(graph, id, branch))
}

/** The one revision that a word names, or undefined for `base`. */
export function resolveOne(
  graph: RevisionGraph,
  text: string,
  options: Pick<ResolveOptions, 'current'> = {},
): string | undefined {
  if (text === 'current' && options.current !== undefined) {
    if (options.current.length > 1) throw severalHeads(text, options.current)
    return options.current[0]
  }
  const { words, branch } = readWord(graph, text)
  if (words.length > 1) throw severalHeads(text, words)
  if (words.length === 0 && branch !== undefined) resolveBranch(graph, branch)
  return words[0] === undefined ? undefined : resolveId(graph, words[0], branch)
}

/** The revision that stands for a branch: the one that declares the label, or the one with that id. */
export function resolveBranch(graph: RevisionGraph, branch: string): string | undefined {
  return graph.labels.get(branch) ?? resolveId(graph, branch)
}

/** Those of `ids` that share a line of parents with the branch. */
export function onLineage(
  graph: RevisionGraph,
  ids: readonly string[],
  branch: string,
  withNeeds = false,
): readonly string[] {
  if (ids.length === 0) return ids
  const named = readWord(graph, branch)
  const anchors = named.branch === undefined ? named.words : [named.branch, ...named.words]
  if (anchors.length === 0) return ids
  const related = lineage(
    graph,
    anchors.map(anchor => resolveId(graph, anchor)),
    withNeeds,
  )
  return ids.filter(id => related.has(id))
}

function readWord(graph: RevisionGraph, text: string): { words: readonly string[]; branch?: string } {
  const at = text.indexOf('@')
  const branch = at > 0 ? text.slice(0, at) : undefined
  const word = at < 0 ? text : text.slice(at + 1)
  const narrowed = branch === undefined ? {} : { branch }
  if (word === 'base') return { words: [], ...narrowed }
  if (word === 'heads') {
    return branch === undefined
      ? { words: freeHeads(graph) }
      : { words: onLineage(graph, heads(graph), branch), branch }
  }
  if (word !== 'head') return { words: [word], ...narrowed }
  const candidates = branch === undefined ? heads(graph) : onLineage(graph, heads(graph), branch)
  if (candidates.length > 1) throw severalHeads(text, candidates)
  return { words: candidates, ...narrowed }
}

function resolveId(graph: RevisionGraph, text: string, branch?: string): string {
  const anchor = branch === undefined ? undefined : resolveBranch(graph, branch)
  const related = anchor === undefined ? undefined : lineage(graph, [anchor])
  const id = graph.nodes.has(text) ? text : (graph.labels.get(text) ?? byPrefix(graph, text, related))
  if (related === undefined || related.has(id)) return id
  const message = `Revision ${id} is not on the branch ${quoted(branch!)}.`
  throw graphFailure('MIG303', message, `Name ${id} alone, or a revision of that branch.`, [id, anchor!], 2)
}

function byPrefix(graph: RevisionGraph, text: string, related: ReadonlySet<string> | undefined): string {
  if (text.length < SHORTEST_PREFIX) {
    const remedy = `Give an id, a label, or at least ${SHORTEST_PREFIX} letters that an id begins with; see \`mig history\`.`
    throw unknownRevision(text, remedy)
  }
  const names = [...[...graph.nodes.keys()].map(id => [id, id] as const), ...graph.labels]
  const found = names.filter(([name, id]) => name.startsWith(text) && (related === undefined || related.has(id)))
  if (found.length === 0) throw unknownRevision(text)
  if (found.length === 1) return found[0]![1]
  const shown = found.slice(0, 5).map(([name]) => name)
  const more = found.length > shown.length ? [`${found.length - shown.length} more`] : []
  const message = `${quoted(text)} begins several revisions: ${listed([...shown, ...more])}.`
  throw graphFailure(
    'MIG302',
    message,
    'Give more of the id.',
    found.map(([, id]) => id),
    2,
  )
}

function countDown(
  graph: RevisionGraph,
  steps: number,
  branch: string | undefined,
  options: Pick<WalkOptions, 'mayStop'>,
): readonly string[] {
  const members = branch === undefined ? undefined : branchMembers(graph, branch)
  return freeHeads(graph)
    .filter(head => members === undefined || members.has(head))
    .flatMap(head => walk(graph, head, steps, `${steps}`, options) ?? [])
}

function branchMembers(graph: RevisionGraph, branch: string): ReadonlySet<string> {
  return graph.labels.has(branch) ? branchOf(graph, branch) : lineage(graph, [resolveId(graph, branch)])
}
