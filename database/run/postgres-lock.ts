import { createHash } from 'node:crypto'
import { performance } from 'node:perf_hooks'
import type { Connection } from '../connection.ts'
import { type Ledger, ledgerText } from '../ledger/ledger.ts'
import { describeSession } from './describe-session.ts'
import { pause } from './pause.ts'
import { lockedOut, pooled } from './run-failures.ts'
import type { RunSettings } from './run-options.ts'
import type { RunnerSession } from './runner-session.ts'

const POLL = 200

/**
 * Takes the lock of the one runner of a ledger in the session that does the work, so that it holds exactly as long as
 * something of that runner can still run at the server, also after the runner was killed. Throws MIG548 with whoever
 * holds it when `lockTimeout` is over, and MIG549 when a pooler shares out the sessions.
 * It asks again and again instead of waiting inside a statement: that would hold a snapshot, for which an index that the
 * other runner builds concurrently waits, and both would stand still (measured: 40P01).
 */
export async function lockRunner(main: Connection, settings: RunSettings): Promise<RunnerSession> {
  const key = keyOf(settings.ledger)
  const pid = await pidOf(main)
  const start = performance.now()
  for (let told: number | undefined; ; ) {
    const [row] = await main.query(`select pg_catalog.pg_try_advisory_lock(${key}) as locked`)
    if (row!.locked === true) {
      await checkHeld(main, key, pid)
      return { key, pid }
    }
    const holder = await holderOf(main, key)
    const waited = performance.now() - start
    if (waited >= settings.lockTimeout) throw lockedOut(holder, Math.round(waited / 1000))
    if (told === undefined || waited - told > 5_000) {
      settings.onEvent({ kind: 'waiting', for: 'runner', holder, milliseconds: Math.round(waited) })
      told = waited
    }
    await pause(settings, Math.min(POLL, Math.max(1, settings.lockTimeout - waited)))
  }
}

/** Gives the lock back while the session lives on. */
export async function unlockRunner(main: Connection, { key }: RunnerSession): Promise<void> {
  await main.query(`select pg_catalog.pg_advisory_unlock(${key})`)
}

/** The process of a session at the server. */
export async function pidOf(connection: Connection): Promise<number> {
  const [row] = await connection.query('select pg_catalog.pg_backend_pid() as pid')
  return Number(row!.pid)
}

/** Two connections must be two sessions, and each must stay the same: throws MIG549 when a pooler shares them out. */
export async function checkSessions(main: Connection, other: Connection): Promise<void> {
  const first = await pidOf(main)
  const second = await pidOf(other)
  const again = await pidOf(main)
  if (first === second || first !== again) throw pooled()
}

/** 63 bits that are this ledger's: an advisory lock is a number, and other programs use some too. */
function keyOf(ledger: Ledger): string {
  const bytes = createHash('sha256')
    .update(`mig ledger ${ledgerText(ledger)}`)
    .digest()
  return String(bytes.readBigInt64BE(0) >> 1n)
}

async function holderOf(main: Connection, key: string): Promise<string> {
  const [row] = await main.query(
    `select ${describeSession('a')} as who from pg_catalog.pg_locks l join pg_catalog.pg_stat_activity a on a.pid = l.pid
      where ${isLock(key)} and l.granted limit 1`,
  )
  return row === undefined ? 'another runner that has just ended' : `another runner: ${String(row.who)}`
}

function isLock(key: string): string {
  const high = `((${key}::bigint >> 32) & 4294967295)::oid`
  const low = `(${key}::bigint & 4294967295)::oid`
  return `l.locktype = 'advisory' and l.objsubid = 1 and l.classid = ${high} and l.objid = ${low}
        and l.database = (select oid from pg_catalog.pg_database where datname = pg_catalog.current_database())`
}

async function checkHeld(main: Connection, key: string, pid: number): Promise<void> {
  const rows = await main.query(`select l.pid from pg_catalog.pg_locks l where ${isLock(key)} and l.granted`)
  if (rows.some(row => Number(row.pid) === pid) && (await pidOf(main)) === pid) return
  throw pooled()
}
