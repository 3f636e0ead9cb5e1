import type { Connection } from '../connection.ts'
import type { DatabaseSource } from '../source.ts'
import { UNSEEN } from './blockers.ts'
import { closeQuietly } from './close-quietly.ts'
import { checkSessions, lockRunner, unlockRunner } from './postgres-lock.ts'
import { insideTransaction } from './run-failures.ts'
import type { RunSettings } from './run-options.ts'
import { watchLocks } from './watch-locks.ts'
import type { Runner } from './work.ts'

type Task<T> = (runner: Runner) => Promise<T>

/** The server has no room for another session, or the role may have no more of them. */
const FULL = new Set(['MIG536', '53300'])

/**
 * Does something as the only runner. Postgres: under an advisory lock of the session that works, while a second session
 * watches the locks that it waits for. SQLite: each transaction takes the file's write lock itself.
 */
export async function withRunnerLock<T>(
  source: DatabaseSource,
  main: Connection,
  settings: RunSettings,
  task: Task<T>,
): Promise<T> {
  if (source.dialect === 'sqlite') return task({ settings, blockers: UNSEEN })
  if (source.single) return withOwnLock(main, settings, task)
  const observer = await openObserver(source)
  try {
    if (observer !== undefined) await checkSessions(main, observer)
    const session = await lockRunner(main, settings)
    if (observer === undefined) return await task({ settings, blockers: UNSEEN, session })
    let running = ''
    const onEvent: RunSettings['onEvent'] = event => {
      if (event.kind === 'began') running = event.id
      settings.onEvent(event)
    }
    const watch = watchLocks(observer, session.pid, settings, () => running)
    try {
      return await task({ settings: { ...settings, onEvent }, blockers: watch, session })
    } finally {
      await watch.stop()
    }
  } finally {
    if (observer !== undefined) await closeQuietly(observer)
  }
}

/** Where there is room for one session only, nobody watches. */
async function openObserver(source: DatabaseSource): Promise<Connection | undefined> {
  try {
    return await source.open()
  } catch (error) {
    if (FULL.has(String((error as { code?: unknown }).code))) return undefined
    throw error
  }
}

async function withOwnLock<T>(main: Connection, settings: RunSettings, task: Task<T>): Promise<T> {
  if (await isInTransaction(main)) throw insideTransaction()
  const session = await lockRunner(main, settings)
  try {
    return await task({ settings, blockers: UNSEEN })
  } finally {
    await unlockRunner(main, session).catch(() => {})
  }
}

/** Outside of a transaction every statement has a transaction, and a number, of its own. */
async function isInTransaction(main: Connection): Promise<boolean> {
  const number = async () => (await main.query('select pg_catalog.pg_current_xact_id()::text as id'))[0]?.id
  const first = await number()
  return first === (await number())
}
