import { MigError } from '../../compiler/failure.ts'
import { asRunFailure } from './driver-failure.ts'
import { withOtherTool } from './other-tool.ts'
import { breathe } from './pause.ts'
import type { PlannedRun } from './planned-run.ts'
import { type Recorder, recorderOf } from './recorder.ts'
import { runAlone } from './run-alone.ts'
import { betweenRevisions, withAftermath } from './run-failures.ts'
import type { RunStory } from './run-story.ts'
import { runStatement, runTransaction } from './run-transaction.ts'
import { type SessionSettings, sessionSettings } from './session-settings.ts'
import { countStatements, fitsOneTransaction, type Unit } from './units.ts'
import type { Work } from './work.ts'
import { writeRow } from './write-row.ts'

/** How far a revision has come, for whoever must tell of its failure. */
interface Reached {
  stays: number
}

/**
 * Runs one revision in one direction and keeps the ledger: in one transaction where its SQL allows, else unit by unit,
 * with the progress kept, from where an earlier run stopped. Answers how many milliseconds it took.
 */
export async function runRevision(work: Work, run: PlannedRun, story: RunStory): Promise<number> {
  const { settings } = work
  const { id, message, direction, units } = run
  const statements = countStatements(units)
  await breathe(settings).catch(error => {
    throw betweenRevisions(error as MigError, story)
  })
  settings.onEvent({ kind: 'began', id, message, direction, statements, at: story.at, of: story.of })
  const recorder = recorderOf(run, settings, work.memory)
  const reached: Reached = { stays: run.resume?.done ?? 0 }
  try {
    await withSettings(work, units, async session => {
      if (fitsOneTransaction(units)) await runWhole(work, run, recorder, session)
      else await runUnits(work, run, recorder, session, reached)
    })
  } catch (error) {
    const known = asRunFailure(error)
    if (!(known instanceof MigError)) throw known
    const failure = await withOtherTool(work.connection, known)
    const { ranBefore, command } = story
    throw withAftermath(failure, {
      run,
      stays: reached.stays,
      isHalf: recorder.isHalf(),
      statements,
      ranBefore,
      command,
    })
  }
  const milliseconds = recorder.milliseconds()
  settings.onEvent({ kind: 'ended', id, direction, milliseconds })
  return milliseconds
}

/** An error of the run is not hidden by one of putting the settings back, which the end of the session does as well. */
async function withSettings(
  { connection }: Work,
  units: readonly Unit[],
  action: (session: SessionSettings | undefined) => Promise<void>,
): Promise<void> {
  const session = await sessionSettings(connection, units)
  try {
    await action(session)
  } catch (error) {
    await session?.restore().catch(() => {})
    throw error
  }
  await session?.restore()
}

async function runWhole(
  work: Work,
  run: PlannedRun,
  recorder: Recorder,
  session: SessionSettings | undefined,
): Promise<void> {
  const record = () => recorder.finish()
  const transaction = run.units.find(unit => unit.kind === 'transaction')
  if (transaction === undefined) return runTransaction(work, { run, statements: [], first: 0, of: 0, record }, recorder)
  const of = transaction.statements.length
  for (const unit of run.units) {
    if (unit.kind === 'session') await runStatement(work, run, unit.statement)
    else if (unit.kind === 'transaction') {
      const { statements } = unit
      await runTransaction(work, { run, statements, first: 0, of, record, ...checksOf(run, session) }, recorder)
    }
  }
}

/** Runs unit after unit, each with its progress. `reached` is kept as far as statements stay. */
async function runUnits(
  work: Work,
  run: PlannedRun,
  recorder: Recorder,
  session: SessionSettings | undefined,
  reached: Reached,
): Promise<void> {
  const of = countStatements(run.units)
  const { done: already, begun } = run.resume ?? { done: 0, begun: 0 }
  const last = run.units.findLast(unit => unit.kind !== 'session')
  for (const unit of run.units) {
    if (unit.kind === 'session') {
      await runStatement(work, run, unit.statement)
      continue
    }
    const end = endOf(unit)
    if (end <= already) continue
    if (unit.kind === 'alone') {
      const wasBegun = begun > already && unit.first === already
      const { statement, first } = unit
      await runAlone(work, { run, statement, first, of, begun: wasBegun, last: unit === last }, recorder)
    } else {
      const record = () => (unit === last ? recorder.finish() : recorder.progress(end))
      const { statements, first } = unit
      const transaction = { run, statements, first, of, record, ...checksOf(run, session) }
      await runTransaction(work, transaction, recorder).catch(error => noted(work, recorder, first, error))
    }
    reached.stays = end
  }
}

const NOT_OF_THE_SQL = new Set(['MIG548', 'MIG549', 'MIG560', 'MIG561'])

/** Writes what stopped a revision that stands half way into its row, for whoever looks there before going on. */
async function noted({ connection, settings }: Work, recorder: Recorder, done: number, error: unknown): Promise<never> {
  if (error instanceof MigError && recorder.isHalf() && !NOT_OF_THE_SQL.has(error.code)) {
    const sql = recorder.progress(done, done, error.message)
    await writeRow(connection, settings.ledger, sql).then(recorder.committed, () => {})
  }
  throw error
}

function endOf(unit: Exclude<Unit, { kind: 'session' }>): number {
  return unit.first + (unit.kind === 'alone' ? 1 : unit.statements.length)
}

function checksOf(
  run: PlannedRun,
  session: SessionSettings | undefined,
): { before?: () => Promise<void>; check?: () => Promise<void> } {
  return session === undefined ? {} : { before: session.before, check: () => session.check(run.name) }
}
