import { readFileSync } from 'node:fs'
import type { Revision } from '../../compiler/revisions/revision.ts'
import {
  type LightRevision,
  type RevisionHeads,
  readRevisionHeads,
  UnreadableMigrations,
} from '../../language/read-revision-heads.ts'
import type { Context, Options } from '../command.ts'
import { ProblemsFound } from '../output/problems-found.ts'
import { fileProblems } from './file-problems.ts'
import { type OpenProject, openProject } from './open-project.ts'

/** The revisions of a project without their steps, hung together. */
export interface OpenGraph extends OpenProject, RevisionHeads {}

/** Reads the heads of all revisions. Throws `ProblemsFound` when a head cannot be read, and what is wrong with the graph. */
export async function openGraph(context: Context, options: Options): Promise<OpenGraph> {
  const opened = await openProject(context, options)
  try {
    return { ...opened, ...(await readRevisionHeads(opened.migrations)) }
  } catch (error) {
    if (!(error instanceof UnreadableMigrations)) throw error
    throw unreadable(fileProblems(error.problems, context.cwd))
  }
}

/** One revision with its steps. Throws `ProblemsFound` when they cannot be read. */
export async function wholeRevision(light: LightRevision, cwd: string): Promise<Revision> {
  const { parseRevision } = await import('../../language/parse-revision.ts')
  const { revision, problems } = parseRevision(readFileSync(light.file, 'utf8'), light.file)
  if (revision === undefined) throw unreadable(fileProblems(problems, cwd))
  return revision
}

function unreadable(problems: ReturnType<typeof fileProblems>): ProblemsFound {
  return new ProblemsFound(problems, 'in the migrations folder', 'Nothing was done. mig check tells more.')
}
