import type { Spent } from './diff/applicable.ts'
import { diff } from './diff/diff.ts'
import type { Hints } from './diff/hints.ts'
import type { Hazard } from './hazards/hazard.ts'
import { findHazards } from './hazards/hazards.ts'
import type { DialectName } from './schema/dialect.ts'
import type { Schema } from './schema/schema.ts'
import type { Step } from './steps/step.ts'

/** What planning needs; no database is among it. */
export interface PlanRequest {
  /** The schema at the head: the fold of the history. */
  readonly before: Schema
  /** The schema that the text means. */
  readonly after: Schema
  readonly hints: Hints
  readonly targets: readonly DialectName[]
  /** Renames in cycles that the history has made already, by `spentCycles`. */
  readonly spent?: Spent
  /** The steps of the revisions before, the older first, for what SQL by hand has put into the database. */
  readonly past?: readonly Step[]
}

/** How to get from one schema to the other, and what is risky about it. */
export interface Plan {
  readonly steps: readonly Step[]
  readonly hazards: readonly Hazard[]
}

/** Plans a change: the steps in the order in which they can be made, and their hazards. */
export function planChange({ before, after, hints, targets, spent, past = [] }: PlanRequest): Plan {
  const steps = diff(before, after, hints, spent)
  const hazards = steps.length === 0 ? [] : findHazards({ steps, before, after, hints, targets, past })
  return { steps, hazards }
}
