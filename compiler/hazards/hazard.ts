import type { DialectName } from '../schema/dialect.ts'

/** Legal but risky: what a plan would do to whom, and what to do about it. */
export interface Hazard {
  /** `MIG2nn`, the code of its rule. */
  readonly code: string
  /** An error stops `mig compile` until a hint settles it or `--allow` owns it. */
  readonly severity: 'error' | 'warning'
  /** The object in question: `users`, `users.phone`, `order_status.cancelled`. Its place is looked up by this key. */
  readonly object: string
  /** What happens to whom, in one or two sentences. */
  readonly message: string
  /** What to do: the exact line to write where there is one. */
  readonly remedy: string
  /** The databases it concerns; left out when it concerns all targets. */
  readonly targets?: readonly DialectName[]
  /** The reason somebody gave to go on all the same. */
  readonly allowed?: string
}
