import { history as revisionsIn } from '../../compiler/revisions/history.ts'
import { resolve } from '../../compiler/revisions/resolve.ts'
import { DIALECTS, type DialectName } from '../../compiler/schema/dialect.ts'
import type { DbObject } from '../../compiler/schema/objects/db-object.ts'
import { stopped } from '../../database/run/run-failures.ts'
import type { VerifyProblem } from '../../database/verify/verified.ts'
import { verifyRevisions } from '../../database/verify/verify-revisions.ts'
import { readProject } from '../../language/load.ts'
import type { OpenHistory } from '../../language/planning/open-history.ts'
import type { Command, Context, Options } from '../command.ts'
import type { Outcome } from '../output/outcome.ts'
import { countProblems } from '../output/print-problem.ts'
import { type Place, type Problem, placeText, problemJson } from '../output/problem.ts'
import { verifyProgress } from '../output/verify-progress.ts'
import { type VerifiedTarget, verifyTable } from '../output/verify-table.ts'
import { chosenTargets, TARGET_OPTION } from '../project/chosen-targets.ts'
import { displayPath } from '../project/display-path.ts'
import { findProjectIfAny } from '../project/find-project.ts'
import { openHistory } from '../project/open-history.ts'
import { MIGRATIONS_OPTION, openProject } from '../project/open-project.ts'
import { type Needs, ON_OPTION, onScratch, readOn } from '../project/open-scratch.ts'
import { placeOfRefused } from '../project/refused-places.ts'
import { stopSignal } from '../stop-signal.ts'
import { WrongUsage } from '../wrong-usage.ts'

/** `mig verify [REV…]`: each revision up, down and up on a real engine with generated rows. */
export const verify: Command = {
  takes: '[revs...]',
  options: [
    ON_OPTION,
    { ...TARGET_OPTION, text: 'one target only' },
    { flags: '--format <format>', text: 'print problems for another program', choices: ['github', 'sarif'] },
    MIGRATIONS_OPTION,
  ],
  examples: [
    ['mig verify', 'all revisions, on all targets, on embedded engines'],
    ['mig verify head', 'the newest'],
    ['mig verify b5fa:head --target sqlite', 'some, on one target'],
    [
      'mig verify --on postgres://me@localhost/scratch',
      'on a real server; the database must be empty, and is again afterwards',
    ],
  ],
  run: async (context, revs, options) => {
    const { project, migrations } = await openProject(context, options)
    const open = openHistory({ migrations }, context.cwd)
    const targets = chosenTargets(project ?? { targets: renderedTargets(open) }, options.target)
    const only = revs.length === 0 ? undefined : chosenRevisions(open, revs)
    if (open.revisions.size === 0) {
      return { exit: 0, text: 'no revisions yet', json: { ok: true, problems: [], revisions: [] } }
    }
    return verifyTargets(context, { open, targets, only }, options)
  },
}

interface Chosen {
  readonly open: OpenHistory
  readonly targets: readonly DialectName[]
  readonly only: ReadonlySet<string> | undefined
}

async function verifyTargets(context: Context, { open, targets, only }: Chosen, options: Options): Promise<Outcome> {
  const clock = context.env.MIG_NOW ? () => 0 : () => performance.now()
  const addresses = readOn(options, context.cwd)
  const stray = [...addresses.keys()].find(dialect => !targets.includes(dialect))
  if (stray !== undefined)
    throw new WrongUsage(
      `--on names a ${stray} database, and ${stray} is not verified.`,
      `Verified are ${targets.join(' and ')}.`,
    )
  const { stderr } = process
  const isTerminal = stderr.isTTY === true && options.quiet !== true
  const progress = verifyProgress({ write: text => stderr.write(text), isTerminal, width: stderr.columns ?? 80 })
  const stop = stopSignal(() =>
    stderr.write('\nstopping after this revision, and emptying the database; once more to end at once\n'),
  )
  const began = clock()
  const verified: VerifiedTarget[] = []
  const problems: VerifyProblem[] = []
  try {
    for (const target of targets) {
      const found = await onScratch(target, addresses.get(target), needsOf(open), async ({ scratch, engine }) => {
        const more = { signal: stop.signal, ...(only && { only }) }
        const result = await verifyRevisions({ ...open, ...more, scratch, clock, onProgress: progress.show })
        return { ...result, engine }
      })
      verified.push({ target, engine: found.engine, revisions: found.revisions })
      problems.push(...found.problems)
    }
  } catch (error) {
    throw stop.signal.aborted ? stopped() : error
  } finally {
    progress.clear()
    stop.release()
  }
  return outcome({ verified, problems, milliseconds: clock() - began }, open, context, options)
}

/** The revisions that words name: `head`, an id or the beginning of one, a label, a range `A:B` with both its ends. */
function chosenRevisions({ graph }: OpenHistory, words: readonly string[]): ReadonlySet<string> {
  const ids = words.flatMap(word => (word.includes(':') ? revisionsIn(graph, word) : resolve(graph, word)))
  if (ids.length > 0) return new Set(ids)
  throw new WrongUsage(`${words.join(' ')} names no revision.`, 'Name a revision, a range A:B, or nothing for all.')
}

/** The targets that the revisions have SQL for, where no project block says what they are. */
function renderedTargets({ history }: OpenHistory): readonly { readonly dialect: DialectName }[] {
  return DIALECTS.filter(dialect => history.revisions.some(stored => stored.sql(dialect, 'up') !== undefined)).map(
    dialect => ({ dialect }),
  )
}

/** The extensions and the roles that the steps name. */
function needsOf({ history }: OpenHistory): Needs {
  const steps = history.revisions.flatMap(({ revision }) => revision.steps)
  const extensions = steps.flatMap(step => (step.kind === 'create extension' ? step.extension.name : []))
  const roles = steps.flatMap(step => {
    if (step.kind === 'create object') return rolesIn(step.object)
    return step.kind === 'alter object' ? rolesIn(step.to) : []
  })
  return { extensions: [...new Set(extensions)], roles: [...new Set(roles)] }
}

function rolesIn(object: DbObject): readonly string[] {
  const roles = object.kind === 'grant' ? [object.role] : object.kind === 'policy' ? (object.roles ?? []) : []
  return roles.filter(role => !NO_ROLES.has(role) && !role.startsWith('pg_'))
}

/** Words that stand where a role does (sql-createpolicy in the manual). */
const NO_ROLES: ReadonlySet<string> = new Set(['public', 'current_user', 'current_role', 'session_user'])

interface Results {
  readonly verified: readonly VerifiedTarget[]
  readonly problems: readonly VerifyProblem[]
  readonly milliseconds: number
}

function outcome(results: Results, open: OpenHistory, context: Context, { quiet }: Options): Outcome {
  const { revisions } = open
  const places = refusedPlaces(results.problems, open, context)
  const problems = results.problems.map(problem => placedProblem(problem, places, context.cwd))
  const ok = !problems.some(({ severity }) => severity === 'error')
  const rows = results.verified.flatMap(target => target.revisions)
  const messageOf = (id: string) => revisions.get(id)!.revision.message.split('\n')[0]!
  const tables = results.verified.flatMap(target => [...verifyTable(target, messageOf), ''])
  const text = [...(problems.length === 0 ? [] : ['']), ...tables, summary(results, ok)].join('\n')
  const json = { ok, problems: problems.map(problemJson), revisions: rows }
  const findings = quiet ? problems.filter(({ severity }) => severity === 'error') : problems
  return { exit: ok ? 0 : 1, text, json, findings }
}

type Places = (problem: VerifyProblem) => Place | undefined

/** Where the SQL stands that a database refused; the schema files are read only when there is some, and may be wrong. */
function refusedPlaces(problems: readonly VerifyProblem[], open: OpenHistory, context: Context): Places {
  if (problems.every(({ refused }) => refused === undefined)) return () => undefined
  const file = findProjectIfAny(context)
  const loaded = file === undefined ? undefined : readProject(file)
  return problem =>
    problem.refused && placeOfRefused({ ...problem, refused: problem.refused }, open, loaded, context.cwd)
}

function placedProblem(problem: VerifyProblem, places: Places, cwd: string): Problem {
  const { code, severity, message, remedy, file, line, refused } = problem
  const where = { file: displayPath(cwd, file), ...(line === undefined ? {} : { line }) }
  const written = places(problem)
  if (written === undefined) return { code, severity, message, remedy, place: where }
  const state = refused?.state === undefined ? '' : ` (${stateText(problem.target, refused.state)})`
  return { code, severity, message: `${message}${state}`, remedy: `In ${placeText(where)}. ${remedy}`, place: written }
}

function stateText(target: DialectName, state: string): string {
  return target === 'postgres' ? `SQLSTATE ${state}` : `SQLite ${state}`
}

function summary({ verified, problems, milliseconds }: Results, ok: boolean): string {
  const count = new Set(verified.flatMap(({ revisions }) => revisions.map(({ id }) => id))).size
  const where = verified.map(({ target }) => target).join(' and ')
  const what = `${count === 1 ? '1 revision' : `${count} revisions`} on ${where} in ${(milliseconds / 1000).toFixed(1)} s`
  const found = countProblems(problems as readonly Problem[])
  if (ok && found === '')
    return `${what}: up, down and up again with rows, each time the schema and the values that the steps promise`
  return `${what}: ${found}`
}
