import type { DialectName } from '../../compiler/schema/dialect.ts'
import type { Running } from '../refused-at.ts'

/** How one revision took being run up, down and up again. Times are whole milliseconds; null is what was not run. */
export interface VerifiedRevision {
  readonly id: string
  readonly target: DialectName
  readonly up: number | null
  readonly down: number | null
  readonly again: number | null
  /** How many rows were in the tables before it went up. */
  readonly rows: number
  /** False when a problem of it is an error. */
  readonly ok: boolean
}

/** What did not hold, or what there is to know of a revision. */
export interface VerifyProblem {
  readonly code: string
  readonly severity: 'error' | 'warning' | 'note'
  readonly message: string
  readonly remedy: string
  readonly revision: string
  readonly target: DialectName
  /** The path of the SQL file, or of `revision.mig`. */
  readonly file: string
  /** 1-based. */
  readonly line?: number
  /** The statement that the database refused. */
  readonly refused?: RefusedStatement
}

/** A statement that the database refused, for whoever looks for the text that it was made of. */
export interface RefusedStatement {
  readonly sql: string
  /** What the steps were, a line each. */
  readonly about: string
  /** Where in `sql`, counted from 0, as far as the database says. */
  readonly offset?: number
  /** The routine in PL/pgSQL that the statement had called. */
  readonly running?: Running
  readonly direction: 'up' | 'down'
  /** The code of the database's own: an SQLSTATE, a result code of SQLite. */
  readonly state?: string
  /** The database's own words alone. */
  readonly said: string
}

/** The outcome of `verifyRevisions` on one database. */
export interface Verified {
  /** In the order in which they were run. */
  readonly revisions: readonly VerifiedRevision[]
  readonly problems: readonly VerifyProblem[]
}

/** The times of a run that has got somewhere. */
export type RunTimes = Pick<VerifiedRevision, 'up' | 'down' | 'again'>
