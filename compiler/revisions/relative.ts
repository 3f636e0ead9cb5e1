const RELATIVE = /^(?:(.+?)@)?([\p{L}\p{N}_]+)?([+-]\d+)/u

/** A target that counts: `+2`, `-1`, `LABEL@+2`, `ID+N`, `LABEL@ID-N`. */
export interface RelativeTarget {
  readonly branch?: string
  /** Where the count begins; left out when it begins at the current revision. */
  readonly start?: string
  readonly steps: number
  /** True for `+N`, also for `+0`. */
  readonly up: boolean
}

/** Reads a target that counts; undefined when the text names revisions outright. */
export function readRelative(text: string): RelativeTarget | undefined {
  const match = RELATIVE.exec(text)
  if (match === null) return undefined
  const [, branch, start, count] = match
  const steps = Number(count)
  return {
    ...(branch === undefined ? {} : { branch }),
    ...(start === undefined ? {} : { start }),
    steps: steps === 0 ? 0 : steps,
    up: steps > 0 || (steps === 0 && count!.startsWith('+')),
  }
}
