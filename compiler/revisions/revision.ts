import type { Step } from '../steps/step.ts'

/** One step of the history: what changes, linked to its parents. The steps are the truth, the SQL is derived. */
export interface Revision {
  /** 1 to 40 letters, digits and `_`. */
  readonly id: string
  readonly message: string
  readonly parents: readonly string[]
  readonly needs: readonly string[]
  readonly labels: readonly string[]
  /** UTC, seconds, ISO 8601: `2026-01-05T05:30:00Z`. Not part of the id. */
  readonly created: string
  readonly allows: readonly Allow[]
  readonly steps: readonly Step[]
}

/** A revision without its steps: what stands in the lines above them, and all that running its SQL needs. */
export type RevisionHead = Omit<Revision, 'steps'>

/** A hazard that somebody owned: `allow MIG204 users.phone 'the table is empty'`. */
export interface Allow {
  readonly code: string
  readonly object: string
  readonly reason: string
}
