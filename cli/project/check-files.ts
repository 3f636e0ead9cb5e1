import { checkMigrations } from '../../compiler/revisions/check.ts'
import { readMigrations } from '../../compiler/revisions/folder.ts'
import { loadGraph } from '../../compiler/revisions/graph.ts'
import type { History } from '../../compiler/revisions/stored-revision.ts'
import { DIALECTS, type DialectName } from '../../compiler/schema/dialect.ts'
import { hasErrors } from '../../language/diagnostic.ts'
import type { Project } from '../../language/load/project.ts'
import type { Loaded } from '../../language/load.ts'
import { parseRevision } from '../../language/parse-revision.ts'
import type { Context, Options } from '../command.ts'
import { compilePending } from '../output/compile-pending.ts'
import type { Problem } from '../output/problem.ts'
import { displayPath } from './display-path.ts'
import { fileProblems } from './file-problems.ts'
import { hazardProblems } from './hazard-problems.ts'
import type { OpenHistory } from './open-history.ts'
import { openProject } from './open-project.ts'
import { readSchema } from './open-schema.ts'
import { nextParents, planNext } from './plan-next.ts'
import { RENDERER, revisionSql } from './revision-sql.ts'

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
    const problems = revisionProblems(history, migrations, project?.targets, context)
    return { problems, migrations, history, agree: false, ...(project && { project }) }
  }
  const { loaded, problems: said } = readSchema(context)
  const { project } = loaded
  const { migrations } = project
  const history = readMigrations(migrations, parseRevision)
  const found = revisionProblems(history, migrations, project.targets, context)
  const isWhole = !hasErrors(loaded.diagnostics) && !found.some(problem => problem.severity === 'error')
  const { problems, agree } = isWhole ? forgotten(openOf(history, migrations), loaded, context) : UNPLANNED
  return { problems: [...said, ...found, ...problems], project, loaded, agree, migrations, history }
}

const UNPLANNED = { problems: [], agree: false }

/** The revisions hung together; throws what is wrong with the graph. */
export function openOf(history: History, path: string): OpenHistory {
  const nodes = history.revisions.map(stored => stored.revision)
  const revisions = new Map(history.revisions.map(stored => [stored.revision.id, stored]))
  return { path, history, graph: loadGraph(nodes), revisions }
}

type Targets = readonly { readonly dialect: DialectName }[]

/** Without a project, the targets are those that the revisions have SQL for. */
function revisionProblems(
  history: History,
  path: string,
  targets: Targets | undefined,
  { cwd }: Context,
): readonly Problem[] {
  const rendered = () =>
    DIALECTS.filter(dialect => history.revisions.some(({ sql }) => sql(dialect, 'up') !== undefined))
  const found = checkMigrations({
    history,
    path,
    targets: targets?.map(target => target.dialect) ?? rendered(),
    renderer: RENDERER,
    render: ({ revision }, before, after, dialect, direction) =>
      revisionSql(revision, { before, after }, dialect, direction),
  })
  return fileProblems(found, cwd)
}

/** The changes of the schema files that no revision has. */
function forgotten(open: OpenHistory, loaded: Loaded, { cwd }: Context): Pick<CheckedFiles, 'problems' | 'agree'> {
  const change = planNext(open, loaded, nextParents(open, undefined))
  const { hazards } = change
  const report = { change, hazards, warnings: [], drafts: [], cwd }
  const pending = compilePending(report, displayPath(cwd, loaded.project.file)).findings ?? []
  return { problems: [...pending, ...hazardProblems(hazards, loaded, cwd)], agree: pending.length === 0 }
}
