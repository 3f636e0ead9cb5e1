import type { Routine } from './routine.ts'

/** A function. */
export interface FunctionObject extends Routine {
  readonly kind: 'function'
  /** What follows `returns`: `integer`, `setof users`, `table (id bigint, email text)`; left out where arguments say it. */
  readonly returns?: string
}
