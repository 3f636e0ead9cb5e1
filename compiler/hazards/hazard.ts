import type { DialectName } from '../schema/dialect.ts'
import type { HazardFix } from './hazard-fix.ts'

/** Legal but risky: what a plan would do to whom, and what to do about it. */
export interface Hazard {
  /** `MIG2nn`, the code of its rule. */
  readonly code: string
  /** An error stops `mig compile` until a hint settles it or `--allow` owns it. */
  readonly severity: 'error' | 'warning'
  /** The object in question: `users`, `users.phone`, `order_status.cancelled`. Its place is looked up by this key. */
  readonly object: string
  /** What changes and so brings it about, where that is another thing than `object`: a key as well. */
  readonly cause?: string
  /** What happens to whom, in one or two sentences. */
  readonly message: string
  /** What to do: the exact line to write where there is one. */
  readonly remedy: string
  /** The databases it concerns; left out when it concerns all targets. */
  readonly targets?: readonly DialectName[]
  /** What an editor needs to write the line that settles it, where a line does. */
  readonly fix?: HazardFix
  /** The reason somebody gave to go on all the same. */
  readonly allowed?: string
}
