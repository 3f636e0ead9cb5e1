import { setTimeout as sleep } from 'node:timers/promises'
import type { Connection } from '../connection.ts'
import type { Blockers } from './blockers.ts'
import { blockersOf } from './describe-session.ts'
import type { RunSettings } from './run-options.ts'

/** Watches from another session what the one that runs has to wait for. */
export interface LockWatch extends Blockers {
  readonly stop: () => Promise<void>
}

const OFTEN = 100
const SELDOM = 1_000
/** The watching session may hang where the other one does not; nobody waits for it longer than that. */
const LAST_LOOK = 1_000

/** Looks, a few times within each lock timeout, who holds locks that the session `pid` waits for, and tells of it. */
export function watchLocks(observer: Connection, pid: number, settings: RunSettings, running: () => string): LockWatch {
  let holders: readonly string[] = []
  let told = ''
  let looking: Promise<void> | undefined
  const look = async () => {
    const found = await blockersOf(observer, pid).catch(() => [])
    if (found.length === 0) return
    holders = found
    const names = found.map(who => who.split(' (')[0]).join()
    if (names !== told) settings.onEvent({ kind: 'blocked', id: running(), holders })
    told = names
  }
  const every = Math.max(OFTEN, Math.min(SELDOM, settings.tableLockTimeout / 3))
  const timer = setInterval(() => {
    looking ??= look().finally(() => {
      looking = undefined
    })
  }, every)
  timer.unref()
  return {
    seen: () => holders,
    forget: () => {
      holders = []
      told = ''
    },
    stop: async () => {
      clearInterval(timer)
      const patience = new AbortController()
      await Promise.race([looking, sleep(LAST_LOOK, undefined, { signal: patience.signal }).catch(() => {})])
      patience.abort()
    },
  }
}
