import type { Connection } from '../connection.ts'
import type { Blockers } from './blockers.ts'
import type { LedgerMemory } from './ledger-memory.ts'
import type { RunSettings } from './run-options.ts'
import type { RunnerSession } from './runner-session.ts'

/** What the only runner of a database works with. */
export interface Runner {
  readonly settings: RunSettings
  /** Who holds the locks that the session waits for. */
  readonly blockers: Blockers
  /** The session that holds the runner's lock; undefined where there is no such lock, or only one session. */
  readonly session?: RunnerSession
}

/** What runs revisions: a session of the database, and how it is to be done. */
export interface Work extends Runner {
  readonly connection: Connection
  /** What the ledger holds as far as this runner knows. */
  readonly memory: LedgerMemory
}
