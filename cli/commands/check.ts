import { checkMigrations } from '../../compiler/revisions/check.ts'
import { readMigrations } from '../../compiler/revisions/folder.ts'
import { loadGraph } from '../../compiler/revisions/graph.ts'
import { hasErrors } from '../../language/diagnostic.ts'
import type { Loaded } from '../../language/load.ts'
import type { Command, Context } from '../command.ts'
import { compilePending } from '../output/compile-pending.ts'
import { countProblems } from '../output/print-problem.ts'
import { type Problem, problemJson } from '../output/problem.ts'
import { displayPath } from '../project/display-path.ts'
import { fileProblems } from '../project/file-problems.ts'
import { hazardProblems } from '../project/hazard-problems.ts'
import type { OpenHistory } from '../project/open-history.ts'
import { readSchema } from '../project/open-schema.ts'
import { parseRevision } from '../project/parse-revision.ts'
import { nextParents, planNext } from '../project/plan-next.ts'
import { RENDERER, revisionSql } from '../project/revision-sql.ts'

/** `mig check`: schema files, revisions and SQL agree. */
export const check: Command = {
  options: [{ flags: '--format <format>', text: 'print problems for another program', choices: ['github', 'sarif'] }],
  examples: [
    ['mig check', 'exits 1 when something does not agree'],
    ['mig check --format github', 'remarks on the lines of a pull request'],
  ],
  run: context => {
    const { loaded, problems } = readSchema(context)
    const findings = [...problems, ...checkHistory(loaded, context)]
    const ok = !findings.some(problem => problem.severity === 'error')
    const summary = findings.length === 0 ? 'schema files, revisions and SQL agree' : countProblems(findings)
    return { exit: ok ? 0 : 1, text: summary, json: { ok, problems: findings.map(problemJson) }, findings }
  },
}

function checkHistory(loaded: Loaded, context: Context): readonly Problem[] {
  const path = loaded.project.migrations
  const history = readMigrations(path, parseRevision)
  const targets = loaded.project.targets.map(target => target.dialect)
  const found = checkMigrations({
    history,
    path,
    targets,
    renderer: RENDERER,
    render: ({ revision }, before, after, dialect, direction) =>
      revisionSql(revision, { before, after }, dialect, direction),
  })
  const problems = fileProblems(found, context.cwd)
  if (hasErrors(loaded.diagnostics) || problems.some(problem => problem.severity === 'error')) return problems
  const nodes = history.revisions.map(stored => stored.revision)
  const revisions = new Map(history.revisions.map(stored => [stored.revision.id, stored]))
  return [...problems, ...forgotten({ path, history, graph: loadGraph(nodes), revisions }, loaded, context)]
}

/** The changes of the schema files that no revision has. */
function forgotten(open: OpenHistory, loaded: Loaded, { cwd }: Context): readonly Problem[] {
  const change = planNext(open, loaded, nextParents(open, undefined))
  const { hazards } = change
  const report = { change, hazards, warnings: [], drafts: [], cwd }
  return [
    ...(compilePending(report, displayPath(cwd, loaded.project.file)).findings ?? []),
    ...hazardProblems(hazards, loaded, cwd),
  ]
}
