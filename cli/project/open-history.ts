import { dirname } from 'node:path'
import { type FoldedRevision, schemaAt } from '../../compiler/revisions/fold.ts'
import { readMigrations } from '../../compiler/revisions/folder.ts'
import { loadGraph, type RevisionGraph } from '../../compiler/revisions/graph.ts'
import type { History, StoredRevision } from '../../compiler/revisions/stored-revision.ts'
import type { Schema } from '../../compiler/schema/schema.ts'
import type { Project } from '../../language/load/project.ts'
import { parseRevision } from '../../language/parse-revision.ts'
import { ProblemsFound } from '../output/problems-found.ts'
import { fileProblems } from './file-problems.ts'

/** The revisions of a project, read and hung together. */
export interface OpenHistory {
  /** The migrations folder, absolute. */
  readonly path: string
  readonly history: History
  readonly graph: RevisionGraph
  readonly revisions: ReadonlyMap<string, StoredRevision>
}

/** Reads the migrations folder. Throws `ProblemsFound` when a file in it has errors, and what is wrong with the graph. */
export function openHistory(project: Pick<Project, 'migrations'>, cwd: string): OpenHistory {
  const path = project.migrations
  const history = readMigrations(path, parseRevision)
  const problems = fileProblems(history.problems, cwd)
  if (problems.some(problem => problem.severity === 'error')) {
    throw new ProblemsFound(
      problems,
      'in the migrations folder',
      'Nothing was planned or written. mig check tells more.',
    )
  }
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
