import type { Connection } from './connection.ts'
import { foreignKeysBroken } from './failures.ts'

/** What is kept of the enforcement of foreign keys while a file runs. */
export interface ForeignKeyGuard {
  /** Throws MIG503 when the enforcement is off and more rows point nowhere than at the start. */
  readonly check: (name: string) => Promise<void>
  /** Puts the enforcement back as it was. */
  readonly restore: () => Promise<void>
}

const NO_GUARD: ForeignKeyGuard = { check: async () => {}, restore: async () => {} }

/**
 * A SQLite file switches the enforcement of foreign keys off around a table rebuild ("Making Other Kinds Of Table Schema
 * Changes" in lang_altertable), and the pragma does nothing inside a transaction (pragma.html#pragma_foreign_keys).
 */
export async function foreignKeyGuard(connection: Connection): Promise<ForeignKeyGuard> {
  if (connection.dialect !== 'sqlite') return NO_GUARD
  const enforced = async () => Object.values((await connection.query('pragma foreign_keys'))[0] ?? {})[0]
  const broken = async () => await connection.query('pragma foreign_key_check')
  const before = { enforced: await enforced(), broken: (await broken()).length }
  return {
    check: async name => {
      if ((await enforced()) === 1) return
      const now = await broken()
      if (now.length > before.broken) throw foreignKeysBroken(name, now)
    },
    restore: async () => {
      if ((await enforced()) !== before.enforced) await connection.exec(`pragma foreign_keys = ${before.enforced}`)
    },
  }
}
