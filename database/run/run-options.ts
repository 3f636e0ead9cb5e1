import type { Ledger } from '../ledger/ledger.ts'
import type { RunEvent } from './run-event.ts'

/** How revisions are run. Times are milliseconds. */
export interface RunOptions {
  /** `table` or `schema.table`; `mig_revisions` unless something else is said. */
  readonly ledger?: string
  /** How long to wait for another runner, and for whoever else writes to an SQLite file: 60 s. */
  readonly lockTimeout?: number
  /** How long a statement waits for a lock that another session of Postgres holds, before the revision is tried again: 3 s. */
  readonly tableLockTimeout?: number
  /** How often a revision that could not have a lock is tried again: 10 times. */
  readonly retries?: number
  /** How long one statement may take on Postgres; no bound unless it is given. */
  readonly statementTimeout?: number
  /** Stops after the statement that runs. */
  readonly signal?: AbortSignal
  readonly onEvent?: (event: RunEvent) => void
  /** Says what would run, and runs nothing. */
  readonly dryRun?: boolean
  /** Who runs it, for the ledger. */
  readonly by?: string
  /** The version of Mig, for the ledger. */
  readonly tool?: string
  /** How messages call a file; by default its path. */
  readonly nameOf?: (path: string) => string
}

/** The options with everything said. */
export interface RunSettings {
  readonly ledger: Ledger
  readonly lockTimeout: number
  readonly tableLockTimeout: number
  readonly retries: number
  readonly statementTimeout: number | undefined
  readonly signal: AbortSignal | undefined
  readonly onEvent: (event: RunEvent) => void
  readonly dryRun: boolean
  readonly by: string
  readonly tool: string
  readonly nameOf: (path: string) => string
}

/** Fills in what is not said. */
export function settingsOf(options: RunOptions, ledger: Ledger): RunSettings {
  return {
    ledger,
    lockTimeout: options.lockTimeout ?? 60_000,
    tableLockTimeout: options.tableLockTimeout ?? 3_000,
    retries: options.retries ?? 10,
    statementTimeout: options.statementTimeout,
    signal: options.signal,
    onEvent: options.onEvent ?? (() => {}),
    dryRun: options.dryRun ?? false,
    by: options.by ?? '',
    tool: options.tool ?? '',
    nameOf: options.nameOf ?? (path => path),
  }
}
