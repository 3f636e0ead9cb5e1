import { cwd } from 'node:process'
import { connect } from './database/connect.ts'
import type { Connection } from './database/connection.ts'
import { readDatabaseAddress } from './database/database-address.ts'
import { type Current, readCurrent } from './database/run/read-current.ts'
import { type JourneyResult, runJourney } from './database/run/run-journey.ts'
import type { RunOptions } from './database/run/run-options.ts'
import { type Stamped, stampDatabase } from './database/run/stamp.ts'
import { type DatabaseSource, sourceOf } from './database/source.ts'
import { readRevisionHeads } from './language/read-revision-heads.ts'

export { type FailureFacts, MigError } from './compiler/failure.ts'
/**
 * Running revisions from a program: what `mig upgrade`, `downgrade`, `stamp` and `current` do. It needs the migrations
 * folder and nothing else of the project, and loads neither the language nor the planner.
 */
export type { Direction } from './compiler/revisions/stored-revision.ts'
export type { Connection } from './database/connection.ts'
export type { LedgerRow } from './database/ledger/ledger.ts'
export { connectPglite, type PgliteDatabase } from './database/pglite.ts'
export type { Current } from './database/run/read-current.ts'
export type { RunEvent } from './database/run/run-event.ts'
export type { JourneyResult, Ran } from './database/run/run-journey.ts'
export type { RunOptions } from './database/run/run-options.ts'
export type { Stamped } from './database/run/stamp.ts'

/** Which database, and which revisions. */
export interface RunRequest extends RunOptions {
  /** `postgres://…`, `sqlite:PATH` (relative to the working directory), or a session that is open, which stays open. */
  readonly database: string | Connection
  /** The path of the migrations folder. */
  readonly migrations: string
}

/**
 * Runs revisions up to `target`, by default the head, each in one transaction. Safe when several instances of an
 * application start at once: one works, the others wait for it and find nothing to do. When it throws a `MigError`,
 * every revision that ran before stays, and the one that failed left nothing, or its progress in the ledger.
 */
export async function upgrade(request: RunRequest & { readonly target?: string }): Promise<JourneyResult> {
  const { database, migrations, target = 'head', ...options } = request
  const source = sourceFrom(database)
  const revisions = { ...(await readRevisionHeads(migrations)), checkBranches: branchCheck(migrations, source.dialect) }
  return runJourney(source, revisions, { direction: 'up', target, allowLoss: false }, options)
}

/** Takes revisions back, down to `target`, which stays. Throws MIG550 where that loses data, unless `allowLoss` is set. */
export async function downgrade(
  request: RunRequest & { readonly target: string; readonly allowLoss?: boolean },
): Promise<JourneyResult> {
  const { database, migrations, target, allowLoss = false, ...options } = request
  const revisions = await readRevisionHeads(migrations)
  return runJourney(sourceFrom(database), revisions, { direction: 'down', target, allowLoss }, options)
}

/** Says in the ledger where a database is, and runs nothing. `purge` forgets first what the ledger holds. */
export async function stamp(
  request: RunRequest & { readonly targets: readonly string[]; readonly purge?: boolean },
): Promise<Stamped> {
  const { database, migrations, targets, purge = false, ...options } = request
  const revisions = await readRevisionHeads(migrations)
  return stampDatabase(sourceFrom(database), revisions, { targets, purge }, options)
}

/** Where a database is, and which revisions it does not have yet. Changes nothing. */
export async function current(request: RunRequest): Promise<Current> {
  const { database, migrations, ...options } = request
  return readCurrent(sourceFrom(database), await readRevisionHeads(migrations), options)
}

/** What `mig merge` would find in the way, where a database is to get to several heads. */
function branchCheck(
  migrations: string,
  dialect: DatabaseSource['dialect'],
): (heads: readonly string[]) => Promise<void> {
  return async heads => {
    const { checkBranches } = await import('./language/planning/check-branches.ts')
    checkBranches(migrations, heads, dialect)
  }
}

function sourceFrom(database: string | Connection): DatabaseSource {
  if (typeof database !== 'string') return sourceOf(database)
  const address = readDatabaseAddress(database, cwd())
  return { dialect: address.dialect, open: how => connect(address, how) }
}
