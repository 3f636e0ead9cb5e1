import { MigError } from '../../compiler/failure.ts'
import { pause } from './pause.ts'
import type { Work } from './work.ts'

/** Lock not available, deadlock, serialization failure: it may work the next time (errcodes-appendix). */
const WORTH_A_RETRY = new Set(['55P03', '40P01', '40001'])
const FIRST_PAUSE = 200
const LONGEST_PAUSE = 10_000

/**
 * Does something on Postgres that could not have a lock again, a bounded number of times, after pauses that grow. When
 * that was in vain, the failure says who held the locks.
 */
export async function withRetries(
  { settings, blockers }: Work,
  id: string,
  action: () => Promise<void>,
): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    blockers.forget()
    try {
      return await action()
    } catch (error) {
      if (!(error instanceof MigError) || !WORTH_A_RETRY.has(String(error.facts.sqlstate))) throw error
      const holders = blockers.seen()
      if (attempt > settings.retries) throw inVain(error, attempt, holders)
      const reason = holders.length === 0 ? error.message : `locks are held by ${holders.join(', ')}`
      const milliseconds = Math.min(FIRST_PAUSE * 2 ** (attempt - 1), LONGEST_PAUSE)
      settings.onEvent({ kind: 'retry', id, attempt, of: settings.retries, milliseconds, reason })
      await pause(settings, milliseconds)
    }
  }
}

function inVain(
  { code, message, remedy, facts, exit }: MigError,
  attempts: number,
  holders: readonly string[],
): MigError {
  const who = holders.length === 0 ? '' : ` The locks were held by ${holders.join(', ')}.`
  const times = attempts === 1 ? 'once' : `${attempts} times`
  return new MigError({
    code,
    message,
    exit,
    remedy: `${remedy}\nIt was tried ${times}.${who}`,
    facts: { ...facts, attempts, holders },
  })
}
