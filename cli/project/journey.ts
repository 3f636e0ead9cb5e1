import { readTarget } from '../../compiler/revisions/range.ts'
import type { Direction } from '../../compiler/revisions/stored-revision.ts'
import { type JourneyResult, runJourney } from '../../database/run/run-journey.ts'
import { scriptOf } from '../../database/run/script.ts'
import type { Context, Option, Options } from '../command.ts'
import type { Outcome } from '../output/outcome.ts'
import { branchCheck } from './branch-check.ts'
import { DATABASE_OPTION, DATABASE_TARGET_OPTION } from './chosen-database.ts'
import { chosenDialect } from './chosen-dialect.ts'
import { openDatabase } from './open-database.ts'
import { openGraph } from './open-graph.ts'
import { MIGRATIONS_OPTION } from './open-project.ts'
import { progressTo } from './progress-to.ts'
import { LEDGER_OPTION, runOptions, WAIT_OPTIONS } from './run-options.ts'

/** The options of `mig upgrade` and `mig downgrade`. */
export const JOURNEY_OPTIONS: readonly Option[] = [
  DATABASE_OPTION,
  DATABASE_TARGET_OPTION,
  { flags: '--dry-run', text: 'say what would run, and run nothing' },
  { flags: '--sql', text: 'print the script instead of running it; a range A:B says where the database is as well' },
  ...WAIT_OPTIONS,
  LEDGER_OPTION,
  MIGRATIONS_OPTION,
]

/** Where to go. */
export interface Aim {
  readonly direction: Direction
  readonly target: string
}

/** Runs, or prints, or tells of, the way to a revision. */
export async function journeyOutcome(context: Context, aim: Aim, options: Options): Promise<Outcome> {
  const open = await openGraph(context, options)
  const allowLoss = options.allowLoss === true
  if (options.sql === true) {
    const dialect = chosenDialect(context, open, options)
    const { sql, ids } = scriptOf(open, { ...aim, dialect, allowLoss }, runOptions(context, options))
    return { exit: 0, text: sql, json: { sql, revisions: ids } }
  }
  readTarget(aim.target, aim.direction === 'up' ? 'upgrade' : 'downgrade', false)
  const dryRun = options.dryRun === true
  const source = openDatabase(context, open, options, dryRun && aim.direction === 'up')
  const progress = progressTo(options)
  try {
    const run = { ...runOptions(context, options), dryRun, signal: progress.signal, onEvent: progress.onEvent }
    const checked = { ...open, checkBranches: branchCheck(open.migrations, source.dialect, context.cwd) }
    const result = await runJourney(source, checked, { ...aim, allowLoss }, run)
    return { exit: 0, text: textOf(result, aim, dryRun), json: jsonOf(result) }
  } finally {
    progress.release()
  }
}

function textOf({ ran, current }: JourneyResult, { direction }: Aim, dryRun: boolean): string {
  const where = `the database is at ${current.join(', ') || 'base'}`
  if (ran.length === 0) return `nothing to do: ${where}`
  const count = ran.length === 1 ? '1 revision' : `${ran.length} revisions`
  if (!dryRun) return `ran ${count} ${direction}; ${where}`
  const lines = ran.map(({ id, message }) => `  ${direction.padEnd(5)}${id} ${message}`)
  return [`would run ${count}; ${where}`, ...lines].join('\n')
}

function jsonOf({ ran, current }: JourneyResult): unknown {
  return { ran: ran.map(({ id, direction, milliseconds }) => ({ id, direction, milliseconds })), current }
}
