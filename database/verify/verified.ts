import type { DialectName } from '../../compiler/schema/dialect.ts'

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
}

/** The outcome of `verifyRevisions` on one database. */
export interface Verified {
  /** In the order in which they were run. */
  readonly revisions: readonly VerifiedRevision[]
  readonly problems: readonly VerifyProblem[]
}

/** The times of a run that has got somewhere. */
export type RunTimes = Pick<VerifiedRevision, 'up' | 'down' | 'again'>
