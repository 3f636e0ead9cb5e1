import type { Connection } from '../connection.ts'
import { pooled } from './run-failures.ts'

/** The session of Postgres that holds the runner's lock. */
export interface RunnerSession {
  readonly pid: number
  /** The number of the advisory lock. */
  readonly key: string
}

/**
 * Runs statements, as the beginning of a transaction, in the session that holds the runner's lock. Throws MIG549 when it is another one, or
 * when the lock was lost, as to `discard all` in a revision, and somebody else has it.
 */
export async function runInSession(connection: Connection, { pid, key }: RunnerSession, sql: string): Promise<void> {
  const check = `select pg_catalog.pg_backend_pid() as pid, pg_catalog.pg_try_advisory_lock(${key}) as locked`
  const [row] = await connection.query(`${sql}; ${check}`)
  if (Number(row!.pid) !== pid || row!.locked !== true) throw pooled()
}
