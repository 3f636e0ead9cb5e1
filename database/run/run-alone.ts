import { isRefusedInTransaction } from '../../compiler/dialects/postgres/render/run-sql.ts'
import { MigError } from '../../compiler/failure.ts'
import type { FileStatement } from '../../compiler/revisions/sql-file.ts'
import type { Connection } from '../connection.ts'
import { statementFailed } from '../failures.ts'
import { asRunFailure } from './driver-failure.ts'
import { findIndex } from './find-index.ts'
import { type IndexStatement, readIndexStatement } from './index-statement.ts'
import { isLost } from './lost.ts'
import { Overtaken } from './overtaken.ts'
import { breathe } from './pause.ts'
import type { PlannedRun } from './planned-run.ts'
import type { Recorder } from './recorder.ts'
import { withRetries } from './retry.ts'
import { connectionLost } from './run-failures.ts'
import type { RunSettings } from './run-options.ts'
import { runStatement, runTransaction, timeoutsOf } from './run-transaction.ts'
import { runInSession } from './runner-session.ts'
import { canRunAgain, settleAlone } from './settle-alone.ts'
import type { Work } from './work.ts'
import { writeRow } from './write-row.ts'

/** A statement that stands outside any transaction. */
export interface Alone {
  readonly run: PlannedRun
  readonly statement: FileStatement
  readonly first: number
  readonly of: number
  /** Whether it was begun by a run that did not live to say how it ended, or that failed there. */
  readonly begun: boolean
  readonly last: boolean
}

/** What a database answers to a statement that it does not run inside a transaction: active_sql_transaction, invalid_transaction_termination. */
const REFUSED = new Set(['25001', '2D000'])
const REFUSED_BY_SQLITE = /within a transaction|inside a transaction|within transaction/

/**
 * Runs one statement outside of the file's transactions. One that the database would run inside a transaction gets one of
 * its own, with its progress, so that it runs once whatever happens. Any other is announced in the ledger first: when
 * the runner dies in the middle of it, the next one finds out how it ended (`settleAlone`).
 */
export async function runAlone(work: Work, alone: Alone, recorder: Recorder): Promise<void> {
  const { run, statement, first, of, last } = alone
  const record = () => (last ? recorder.finish() : recorder.progress(first + 1))
  if (!alone.begun && mayHaveTransaction(work, statement.sql)) {
    try {
      return await runTransaction(work, { run, statements: [statement], first, of, record }, recorder)
    } catch (error) {
      if (!isRefused(error)) throw error
    }
  }
  try {
    await runOutside(work, alone, recorder)
    await write(work, recorder, record())
  } catch (error) {
    throw isLost(error) ? connectionLost((error as Error).message, false) : asRunFailure(error)
  } finally {
    if (work.connection.dialect === 'postgres')
      await work.connection.exec('reset lock_timeout; reset statement_timeout').catch(() => {})
  }
}

async function runOutside(work: Work, alone: Alone, recorder: Recorder): Promise<void> {
  const { run, statement, first } = alone
  let { begun } = alone
  let failed = run.row?.error !== undefined
  const attempt = async () => {
    await breathe(work.settings)
    await prepare(work, statement.sql, first === 0)
    if (begun && (await settleAlone(work, run, statement, first + 1, failed)) === 'done') return
    begun = true
    failed = true
    await announced(work, alone, recorder)
  }
  await (canRunAgain(statement.sql) ? withRetries(work, run.id, attempt) : attempt())
}

async function announced(work: Work, { run, statement, first, of }: Alone, recorder: Recorder): Promise<void> {
  const { connection, settings } = work
  const { about, sql } = statement
  const index = connection.dialect === 'postgres' ? readIndexStatement(sql) : undefined
  const isVain = index !== undefined && (await isThereOrGone(connection, index))
  const begun = isVain ? first : first + 1
  await write(work, recorder, recorder.progress(first, begun))
  settings.onEvent({ kind: 'statement', id: run.id, at: first + 1, of, about, sql })
  try {
    await runStatement(work, run, statement)
    if (isVain && index.isLenient) await checkValid(work, run, statement, index)
  } catch (error) {
    if (isLost(error)) throw error
    await write(work, recorder, recorder.progress(first, begun, (error as Error).message)).catch(() => {})
    throw error
  }
}

/**
 * Whether an index is there before it is built, or gone before it is dropped. Then nothing of this run may be taken for it
 * afterwards, and the database says what it thinks of it each time.
 */
async function isThereOrGone(connection: Connection, index: IndexStatement): Promise<boolean> {
  if (index.kind === 'reindex' || index.name.length === 0) return false
  return ((await findIndex(connection, index)) !== undefined) === (index.kind === 'create')
}

/** `if not exists` accepts what an earlier build left that failed (sql-createindex). */
async function checkValid(
  { connection }: Work,
  run: PlannedRun,
  statement: FileStatement,
  index: IndexStatement,
): Promise<void> {
  const found = await findIndex(connection, index)
  if (found?.isValid !== false) return
  const said = `the index ${found.name} is there already, and invalid; drop it with \`drop index concurrently ${found.name}\`.`
  throw statementFailed(new Error(said), statement, run.name)
}

/** While an index is built concurrently, reads and writes go on: a lock timeout would only leave an invalid index (sql-createindex). */
async function prepare({ connection, settings, session }: Work, sql: string, isFirst: boolean): Promise<void> {
  if (connection.dialect === 'sqlite') return
  const lenient: RunSettings = readIndexStatement(sql) === undefined ? settings : { ...settings, tableLockTimeout: 0 }
  const timeouts = timeoutsOf(lenient, 'set')
  if (session === undefined) return connection.exec(timeouts)
  await runInSession(connection, session, `${isFirst ? 'reset all; ' : ''}${timeouts}`)
}

async function write({ connection, settings }: Work, recorder: Recorder, sql: string): Promise<void> {
  await writeRow(connection, settings.ledger, sql)
  recorder.committed()
}

function mayHaveTransaction({ connection }: Work, sql: string): boolean {
  return connection.dialect === 'sqlite'
    ? !/^\s*(vacuum|pragma|attach|detach)\b/i.test(sql)
    : !isRefusedInTransaction(sql)
}

function isRefused(error: unknown): boolean {
  if (!(error instanceof MigError) || error instanceof Overtaken) return false
  return REFUSED.has(String(error.facts.sqlstate)) || REFUSED_BY_SQLITE.test(error.message)
}
