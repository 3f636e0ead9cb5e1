import type { Project } from '../../language/load/project.ts'
import { type OpenHistory, readHistory } from '../../language/planning/open-history.ts'
import { UnreadableMigrations } from '../../language/read-revision-heads.ts'
import { ProblemsFound } from '../output/problems-found.ts'
import { fileProblems } from './file-problems.ts'

/** Reads the migrations folder. Throws `ProblemsFound` when a file in it has errors, and what is wrong with the graph. */
export function openHistory(project: Pick<Project, 'migrations'>, cwd: string): OpenHistory {
  try {
    return readHistory(project.migrations)
  } catch (error) {
    if (!(error instanceof UnreadableMigrations)) throw error
    throw new ProblemsFound(
      fileProblems(error.problems, cwd),
      'in the migrations folder',
      'Nothing was planned or written. mig check tells more.',
    )
  }
}
