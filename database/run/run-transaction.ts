import { MigError } from '../../compiler/failure.ts'
import type { FileStatement } from '../../compiler/revisions/sql-file.ts'
import { statementFailed } from '../failures.ts'
import { asRunFailure } from './driver-failure.ts'
import { isLost } from './lost.ts'
import { Overtaken } from './overtaken.ts'
import { breathe } from './pause.ts'
import type { PlannedRun } from './planned-run.ts'
import type { Recorder } from './recorder.ts'
import { withRetries } from './retry.ts'
import { connectionLost } from './run-failures.ts'
import type { RunSettings } from './run-options.ts'
import { runInSession } from './runner-session.ts'
import type { Work } from './work.ts'
import { writeRow } from './write-row.ts'

/** A transaction that a run needs: its statements, and what the ledger says of them. */
export interface Transaction {
  readonly run: PlannedRun
  readonly statements: readonly FileStatement[]
  /** How many counted statements come before, and how many there are in all. */
  readonly first: number
  readonly of: number
  /** The SQL that records it, asked for at its end. */
  readonly record: () => string
  /** What is to be looked at before the first statement, and what is to hold before it is committed. */
  readonly before?: () => Promise<void>
  readonly check?: () => Promise<void>
}

/**
 * Runs statements and the ledger's row in one transaction; all of it is rolled back when a statement fails. On Postgres
 * one that could not have a lock is tried again, a bounded number of times, after pauses that grow.
 */
export async function runTransaction(work: Work, transaction: Transaction, recorder: Recorder): Promise<void> {
  await withRetries(work, transaction.run.id, () => tryTransaction(work, transaction))
  recorder.committed()
}

async function tryTransaction(work: Work, transaction: Transaction): Promise<void> {
  const { run, statements, first, of, record, before, check } = transaction
  const { connection, settings } = work
  let committing = false
  let open = connection.dialect === 'postgres'
  try {
    await begin(work, first === 0)
    open = true
    await work.memory.confirm()
    await before?.()
    let at = first
    for (const statement of statements) {
      await breathe(settings)
      const { about, sql } = statement
      settings.onEvent({ kind: 'statement', id: run.id, at: ++at, of, about, sql })
      await runStatement(work, run, statement)
    }
    if (statements.length > 0) await breathe(settings)
    await check?.()
    committing = true
    await commit(work, run, record(), { sql: 'commit', about: '', line: statements.at(-1)?.line ?? 1 })
  } catch (error) {
    if (open) await connection.exec('rollback').catch(() => {})
    if (isLost(error)) throw connectionLost((error as Error).message, committing)
    throw asRunFailure(error)
  }
}

/** A revision does not inherit what the one before it set in its session, as a script by pg_dump does with search_path. */
async function begin({ connection, settings, session }: Work, isFirst: boolean): Promise<void> {
  if (connection.dialect === 'sqlite') return connection.exec('begin immediate')
  const timeouts = timeoutsOf(settings, 'set local')
  if (session === undefined) return connection.exec(`begin; ${timeouts}`)
  await runInSession(connection, session, `${isFirst ? 'reset all; ' : ''}begin; ${timeouts}`)
}

/** Postgres checks deferred constraints at the commit; SQLite may find a reader in its way there and can be asked again. */
async function commit(work: Work, run: PlannedRun, record: string, last: FileStatement): Promise<void> {
  const { connection, settings } = work
  try {
    await writeRow(connection, settings.ledger, record, ';\ncommit')
    if (connection.dialect === 'sqlite') await connection.exec('commit')
  } catch (error) {
    if (error instanceof Overtaken || error instanceof MigError || isLost(error)) throw error
    throw statementFailed(error as Error, last, run.name)
  }
}

/** Runs one statement; MIG510 and others say where it stands and what the database said. */
export async function runStatement({ connection }: Work, run: PlannedRun, statement: FileStatement): Promise<void> {
  try {
    await connection.exec(statement.sql)
  } catch (error) {
    throw isLost(error) || error instanceof MigError ? error : statementFailed(error as Error, statement, run.name)
  }
}

/** The bounds of a statement; `set local` lets them end with the transaction, so that a pooler cannot leak them. */
export function timeoutsOf({ tableLockTimeout, statementTimeout = 0 }: RunSettings, set: 'set' | 'set local'): string {
  return `${set} lock_timeout = ${tableLockTimeout}; ${set} statement_timeout = ${statementTimeout}`
}
