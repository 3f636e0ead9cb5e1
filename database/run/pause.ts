import { randomInt } from 'node:crypto'
import { setImmediate as nextTurn, setTimeout as sleep } from 'node:timers/promises'
import { stopped } from './run-failures.ts'
import type { RunSettings } from './run-options.ts'

type Stops = Pick<RunSettings, 'signal'>

/** Lets signals and timers be heard, which the driver of SQLite keeps waiting, and throws MIG560 when one asks to stop. */
export async function breathe({ signal }: Stops): Promise<void> {
  await nextTurn()
  if (signal?.aborted) throw stopped()
}

/** Waits, up to a fifth more or less than asked so that several do not wake together; throws MIG560 when asked to stop. */
export async function pause({ signal }: Stops, milliseconds: number): Promise<number> {
  const jittered = Math.max(1, Math.round((milliseconds * randomInt(80, 121)) / 100))
  await sleep(jittered, undefined, signal === undefined ? {} : { signal }).catch(() => {})
  if (signal?.aborted) throw stopped()
  return jittered
}
