import { dirname } from 'node:path'
import { type FoldedRevision, schemaAt } from '../../compiler/revisions/fold.ts'
import { readMigrations } from '../../compiler/revisions/folder.ts'
import { loadGraph, type RevisionGraph } from '../../compiler/revisions/graph.ts'
import type { History, StoredRevision } from '../../compiler/revisions/stored-revision.ts'
import type { Schema } from '../../compiler/schema/schema.ts'
import { parseRevision } from '../parse-revision.ts'
import { UnreadableMigrations } from '../read-revision-heads.ts'

/** The revisions of a project, read and hung together. */
export interface OpenHistory {
  /** The migrations folder, absolute. */
  readonly path: string
  readonly history: History
  readonly graph: RevisionGraph
  readonly revisions: ReadonlyMap<string, StoredRevision>
}

/** Reads a migrations folder. Throws `UnreadableMigrations` when a file in it has errors, and what is wrong with the graph. */
export function readHistory(migrations: string): OpenHistory {
  return openHistory(readMigrations(migrations, parseRevision), migrations)
}

/** The revisions of a folder that was read, hung together. Throws as `readHistory` does. */
export function openHistory(history: History, path: string): OpenHistory {
  if (history.problems.some(problem => problem.severity === 'error')) throw new UnreadableMigrations(history.problems)
  const graph = loadGraph(history.revisions.map(stored => stored.revision))
  return { path, history, graph, revisions: new Map(history.revisions.map(stored => [stored.revision.id, stored])) }
}

/** The schema at some revisions, each with all that it stands on. */
export function schemaOf({ graph, revisions }: OpenHistory, ids: readonly string[]): Schema {
  return schemaAt(graph, revisions as ReadonlyMap<string, FoldedRevision>, ids)
}

/** The folder of a revision. */
export function folderOf(stored: StoredRevision): string {
  return dirname(stored.file)
}
