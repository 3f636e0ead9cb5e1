/** One kind of diagnostic: what `mig explain` says about it. */
export interface Code {
  readonly code: string
  readonly title: string
  /** What it means, in a few sentences. */
  readonly explanation: string
  /** What to do about it. */
  readonly remedy: string
}
