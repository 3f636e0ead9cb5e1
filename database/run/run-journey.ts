import { MigError } from '../../compiler/failure.ts'
import { appliedTips } from '../../compiler/revisions/reach.ts'
import { readRelative } from '../../compiler/revisions/relative.ts'
import type { Direction } from '../../compiler/revisions/stored-revision.ts'
import type { Connection } from '../connection.ts'
import { ledgerOf, ledgerText } from '../ledger/ledger.ts'
import { forgetfulLedger } from '../ledger/ledger-failures.ts'
import { makeLedger } from '../ledger/make-ledger.ts'
import { type LedgerState, readLedger } from '../ledger/read-ledger.ts'
import type { DatabaseSource } from '../source.ts'
import { patient } from './busy.ts'
import { closeQuietly } from './close-quietly.ts'
import { currentOf } from './current.ts'
import { asRunFailure } from './driver-failure.ts'
import { memoryOf, versionOf } from './ledger-memory.ts'
import { withRunnerLock } from './one-runner.ts'
import { Overtaken } from './overtaken.ts'
import { type Journey, planRuns } from './plan-runs.ts'
import type { PlannedRun } from './planned-run.ts'
import { type RunOptions, type RunSettings, settingsOf } from './run-options.ts'
import { runRevision } from './run-revision.ts'
import type { Runnables } from './runnable.ts'
import type { Runner, Work } from './work.ts'

/** A revision that ran, or would run. */
export interface Ran {
  readonly id: string
  readonly message: string
  readonly direction: Direction
  /** 0 when it only would run. */
  readonly milliseconds: number
}

/** What a journey came to. */
export interface JourneyResult {
  readonly ran: readonly Ran[]
  /** Where the database is: the heads of what is applied. */
  readonly current: readonly string[]
}

/** What is to run on a database that holds what the ledger says. */
interface Planned {
  readonly state: LedgerState
  readonly runs: readonly PlannedRun[]
}

const HALF_WAY = 'MIG547'

/**
 * Brings a database to a revision, up or down, one transaction a revision, and keeps its ledger. One runner works at a
 * time; others wait for it, see what it did, and go on from there. When something fails, every revision before it stays.
 */
export async function runJourney(
  source: DatabaseSource,
  runnables: Runnables,
  journey: Journey,
  options: RunOptions,
): Promise<JourneyResult> {
  const settings = settingsOf(options, ledgerOf(source.dialect, options.ledger))
  const main = patient(await source.open({ create: journey.direction === 'up' && !settings.dryRun }), settings)
  try {
    const first = await planOn(main, runnables, journey, settings).catch(orHalfWay)
    if (settings.dryRun && first instanceof MigError) throw first
    if (!(first instanceof MigError) && (first.runs.length === 0 || settings.dryRun)) return wouldRun(runnables, first)
    const known = first instanceof MigError ? undefined : first
    return await withRunnerLock(source, main, settings, runner => runAll(main, runnables, journey, runner, known))
  } catch (error) {
    throw asRunFailure(error)
  } finally {
    await closeQuietly(main)
  }
}

/** A revision that stands half way may be one on which another runner is at work: that shows when it is our turn. */
function orHalfWay(error: unknown): MigError {
  if (error instanceof MigError && error.code === HALF_WAY) return error
  throw error
}

/** Runs what was planned; plans anew when another runner was there since. */
async function runAll(
  main: Connection,
  runnables: Runnables,
  journey: Journey,
  runner: Runner,
  first: Planned | undefined,
): Promise<JourneyResult> {
  const { settings } = runner
  const { ledger } = settings
  const ran: Ran[] = []
  let aim = journey
  for (let known = first, last = ''; ; known = undefined) {
    const version = await versionOf(main)
    const { state, runs } = await planOn(main, runnables, aim, settings, known)
    if (runs.length > 0 && !state.there) await makeLedger(main, ledger)
    const memory = memoryOf(main, ledger, state.rows, version)
    try {
      await runPlanned({ ...runner, connection: main, memory }, runs, aim, ran)
    } catch (error) {
      if (!(error instanceof Overtaken)) throw error
      const seen = JSON.stringify([state, ran])
      if (seen === last) throw forgetfulLedger(ledgerText(ledger))
      last = seen
      aim = { ...aim, target: absolute(aim, runs) }
      continue
    }
    const { rows } = await readLedger(main, ledger)
    return { ran, current: currentOf(runnables.graph, rows) }
  }
}

async function runPlanned(work: Work, runs: readonly PlannedRun[], journey: Journey, ran: Ran[]): Promise<void> {
  for (const [at, run] of runs.entries()) {
    const command = commandToGoOn(journey, runs, at)
    const milliseconds = await runRevision(work, run, {
      at: at + 1,
      of: runs.length,
      ranBefore: ran.map(({ id }) => id),
      command,
    })
    ran.push({ id: run.id, message: run.message, direction: run.direction, milliseconds })
  }
}

function commandToGoOn(journey: Journey, runs: readonly PlannedRun[], at: number): string {
  const { direction, allowLoss } = journey
  const target = at === 0 ? journey.target : absolute(journey, runs)
  return `mig ${direction === 'up' ? 'upgrade' : 'downgrade'} ${target}${allowLoss ? ' --allow-loss' : ''}`
}

/** The target of runs, also where it counts from where the database is, which would lead elsewhere the second time. */
function absolute({ direction, target }: Journey, runs: readonly PlannedRun[]): string {
  const relative = readRelative(target)
  const last = runs.at(-1)
  if (relative === undefined || relative.start !== undefined || last === undefined) return target
  return direction === 'up' ? last.id : (last.parents[0] ?? 'base')
}

/** The plan for what the ledger says now; `known` is taken when it says the same as then. */
async function planOn(
  main: Connection,
  runnables: Runnables,
  journey: Journey,
  settings: RunSettings,
  known?: Planned,
): Promise<Planned> {
  const state = await stateOf(main, settings)
  if (known !== undefined && JSON.stringify(known.state) === JSON.stringify(state)) return known
  const runs = planRuns(runnables, state.rows, journey, settings)
  await checkBranches(runnables, state, runs)
  return { state, runs }
}

/**
 * SQL is written for the database that its branch knows: a table that SQLite copies loses what another branch added to it.
 * `mig merge` looks for that; here it is looked for where nobody has merged yet.
 */
async function checkBranches(runnables: Runnables, { rows }: LedgerState, runs: readonly PlannedRun[]): Promise<void> {
  if (runs[0]?.direction !== 'up') return
  const heads = appliedTips(
    runnables.graph,
    [...rows, ...runs].map(({ id }) => id),
  )
  if (heads.length > 1) await runnables.checkBranches?.(heads)
}

function stateOf(connection: Connection, settings: RunSettings): Promise<LedgerState> {
  return readLedger(connection, settings.ledger)
}

function wouldRun({ graph }: Runnables, { state, runs }: Planned): JourneyResult {
  const ran = runs.map(({ id, message, direction }) => ({ id, message, direction, milliseconds: 0 }))
  return { ran, current: currentOf(graph, state.rows) }
}
