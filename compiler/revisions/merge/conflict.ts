import type { Step } from '../../steps/step.ts'

/**
 * Why two revisions of different branches cannot be joined by a revision above them. `misfit`: after the one, a step of the
 * other no longer fits. `order`: the schema depends on which one runs first. `sql`: the SQL of the one would be another SQL
 * where the other one ran before. `name`: both make something of that name. `missing`: the one uses what the other takes away.
 */
export type ConflictKind = 'misfit' | 'order' | 'sql' | 'name' | 'missing'

/** Two revisions of different branches that cannot both run, or not in either order. */
export interface Conflict {
  readonly kind: ConflictKind
  /** What both are about: `users`, `users.phone`, `order_status`. */
  readonly object: string
  /** The two revisions; the first is that of the branch that was named first. */
  readonly sides: readonly [ConflictSide, ConflictSide]
  /** One sentence. */
  readonly message: string
}

/** One revision of a conflict, with the step that the conflict comes from where there is one. */
export interface ConflictSide {
  readonly revision: string
  /** 0-based. */
  readonly at?: number
  readonly step?: Step
}
