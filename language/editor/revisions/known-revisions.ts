import { MigError } from '../../../compiler/failure.ts'
import { heads, loadGraph, type RevisionGraph } from '../../../compiler/revisions/graph.ts'
import type { RevisionHead } from '../../../compiler/revisions/revision.ts'
import type { History, StoredRevision } from '../../../compiler/revisions/stored-revision.ts'
import { HistoryReader, type OpenText } from '../history-reader.ts'
import type { Past } from '../past.ts'
import type { ProjectModel } from '../project-model.ts'

/** The revisions of a project, whether or not all of them can be read. */
export interface KnownRevisions {
  /** The migrations folder, absolute. */
  readonly path: string
  readonly revisions: ReadonlyMap<string, StoredRevision>
  /** The heads of those too whose steps cannot be read, with the paths of their `revision.mig`. */
  readonly heads: ReadonlyMap<string, { readonly head: RevisionHead; readonly file: string }>
  /** How they hang together; undefined while they do not. */
  readonly graph: RevisionGraph | undefined
}

const reader = new HistoryReader('steps')
const known = new WeakMap<Past | History, KnownRevisions>()

/** The revisions of a project: what its past says, or where that cannot be read, what there is of it. */
export function knownRevisions({ past, loaded }: ProjectModel, openText?: OpenText): KnownRevisions {
  const path = loaded.project.migrations
  if (past === undefined) return revisionsOf(readRevisions(path, openText), path)
  const found = known.get(past) ?? ofPast(past)
  known.set(past, found)
  return found
}

/** What a migrations folder holds, with the texts that are open; the SQL is read when it is asked for. */
export function readRevisions(path: string, openText?: OpenText): History {
  return reader.read(path, openText)
}

/** The revisions of a folder that was read. */
export function revisionsOf(history: History, path: string): KnownRevisions {
  const found = known.get(history) ?? ofHistory(history, path)
  known.set(history, found)
  return found
}

/** The id that a word in a `needs` line means: an id, or the label of one. */
export function meantId({ heads }: Pick<KnownRevisions, 'heads'>, word: string): string | undefined {
  if (heads.has(word)) return word
  for (const [id, { head }] of heads) if (head.labels.includes(word)) return id
  return undefined
}

/** The ids of the revisions that no other stands on. */
export function headIds({ graph }: KnownRevisions): readonly string[] {
  return graph === undefined ? [] : heads(graph)
}

function ofPast({ path, graph, revisions }: Past): KnownRevisions {
  const all = [...revisions].map(([id, { revision, file }]) => [id, { head: revision, file }] as const)
  return { path, graph, revisions, heads: new Map(all) }
}

function ofHistory({ revisions, unread = [] }: History, path: string): KnownRevisions {
  const all = [...revisions.map(({ revision, file }) => ({ head: revision, file })), ...unread]
  return {
    path,
    revisions: new Map(revisions.map(stored => [stored.revision.id, stored])),
    heads: new Map(all.map(one => [one.head.id, one])),
    graph: graphOf(all.map(({ head }) => head)),
  }
}

function graphOf(heads: readonly RevisionHead[]): RevisionGraph | undefined {
  try {
    return loadGraph(heads)
  } catch (error) {
    if (error instanceof MigError) return undefined
    throw error
  }
}
