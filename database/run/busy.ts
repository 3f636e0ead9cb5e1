import { performance } from 'node:perf_hooks'
import type { Connection } from '../connection.ts'
import { pause } from './pause.ts'
import { lockedOut } from './run-failures.ts'
import type { RunSettings } from './run-options.ts'

const STEP = 100
const BUSY = 5

/** A session that waits for other processes where SQLite would only say that the file is busy; a statement then has done nothing. */
export function patient(connection: Connection, settings: RunSettings): Connection {
  if (connection.dialect !== 'sqlite') return connection
  return {
    ...connection,
    query: sql => untilFree(settings, () => connection.query(sql)),
    exec: sql => untilFree(settings, () => connection.exec(sql)),
  }
}

/**
 * Does something on an SQLite file that another process may be writing to, again and again until that one lets go or
 * `lockTimeout` is over (MIG548). Any other database never says that it is busy.
 */
async function untilFree<T>(settings: RunSettings, action: () => Promise<T>): Promise<T> {
  const start = performance.now()
  for (let told = false; ; ) {
    try {
      return await action()
    } catch (error) {
      if (!isBusy(error)) throw error
      const waited = performance.now() - start
      const holder = 'another process that writes to this SQLite file'
      if (waited >= settings.lockTimeout) throw lockedOut(holder, Math.round(waited / 1000))
      if (!told) settings.onEvent({ kind: 'waiting', for: 'runner', holder, milliseconds: Math.round(waited) })
      told = true
      await pause(settings, STEP)
    }
  }
}

/** SQLITE_BUSY and its extended codes (rescode.html). */
function isBusy(error: unknown): boolean {
  return ((error as { errcode?: number }).errcode ?? 0) % 256 === BUSY
}
