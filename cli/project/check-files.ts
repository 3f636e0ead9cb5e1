import { readMigrations } from '../../compiler/revisions/folder.ts'
import type { History } from '../../compiler/revisions/stored-revision.ts'
import { hasErrors } from '../../language/diagnostic.ts'
import type { Project } from '../../language/load/project.ts'
import type { Loaded } from '../../language/load.ts'
import { parseRevision } from '../../language/parse-revision.ts'
import { checkHistory } from '../../language/planning/check-history.ts'
import { type OpenHistory, openHistory } from '../../language/planning/open-history.ts'
import { type NextChange, nextParents } from '../../language/planning/plan-next.ts'
import type { Context, Options } from '../command.ts'
import { compilePending } from '../output/compile-pending.ts'
import type { Problem } from '../output/problem.ts'
import { ProblemsFound } from '../output/problems-found.ts'
import { displayPath } from './display-path.ts'
import { fileProblems } from './file-problems.ts'
import { hazardProblems } from './hazard-problems.ts'
import { openProject } from './open-project.ts'
import { readSchema } from './open-schema.ts'
import { planUpon } from './plan-upon.ts'

/** The files of a project, and what is wrong with them. */
export interface CheckedFiles {
  readonly problems: readonly Problem[]
  readonly project?: Project
  /** The schema files; undefined where only revisions are looked at. */
  readonly loaded?: Loaded
  /** Whether the schema files say what the revisions make, no more and no less. */
  readonly agree: boolean
  /** The migrations folder, absolute. */
  readonly migrations: string
  readonly history: History
}

/** Looks at schema files, revisions and SQL; at revisions alone where `--migrations` names their folder. */
export async function checkFiles(context: Context, options: Options): Promise<CheckedFiles> {
  if (options.migrations !== undefined) {
    const { project, migrations } = await openProject(context, options)
    const history = readMigrations(migrations, parseRevision)
    const problems = revisionProblems(history, migrations, project, context)
    return { problems, migrations, history, agree: false, ...(project && { project }) }
  }
  const { loaded, problems: said } = readSchema(context)
  const { project } = loaded
  const { migrations } = project
  const history = readMigrations(migrations, parseRevision)
  const found = revisionProblems(history, migrations, project, context)
  const isWhole = !hasErrors(loaded.diagnostics) && !found.some(problem => problem.severity === 'error')
  const { problems, agree } = isWhole ? forgotten(openHistory(history, migrations), loaded, context) : UNPLANNED
  return { problems: [...said, ...found, ...problems], project, loaded, agree, migrations, history }
}

const UNPLANNED = { problems: [], agree: false }

function revisionProblems(
  history: History,
  path: string,
  project: Pick<Project, 'targets'> | undefined,
  { cwd }: Context,
): readonly Problem[] {
  const targets = project?.targets.map(target => target.dialect)
  return fileProblems(checkHistory(history, path, targets), cwd)
}

/** The changes of the schema files that no revision has. */
function forgotten(open: OpenHistory, loaded: Loaded, { cwd }: Context): Pick<CheckedFiles, 'problems' | 'agree'> {
  const change = planned(open, loaded, cwd)
  if (change instanceof ProblemsFound) return { problems: withRemedy(change), agree: false }
  const { hazards } = change
  const report = { change, hazards, warnings: [], drafts: [], cwd }
  const pending = compilePending(report, displayPath(cwd, loaded.project.file)).findings ?? []
  return { problems: [...pending, ...hazardProblems(hazards, loaded, cwd)], agree: pending.length === 0 }
}

function planned(open: OpenHistory, loaded: Loaded, cwd: string): NextChange | ProblemsFound {
  try {
    return planUpon(open, loaded, nextParents(open, undefined), cwd)
  } catch (error) {
    if (error instanceof ProblemsFound) return error
    throw error
  }
}

/** What to do about all of them, behind the last. */
function withRemedy({ problems, remedy }: ProblemsFound): readonly Problem[] {
  return problems.map((problem, at) => (at === problems.length - 1 ? { ...problem, remedy } : problem))
}
