/** What a failure is made of: a code, one sentence, what to do about it, and facts by name. */
export interface FailureFacts {
  readonly code: string
  readonly message: string
  readonly remedy: string
  readonly facts?: Readonly<Record<string, unknown>>
  /** The exit code of `mig`: 1 a refusal, 2 wrong usage or configuration, 3 a failure while running. */
  readonly exit?: 1 | 2 | 3
}

/** Anything that stops a command and that a person can do something about. Only `cli/main.ts` catches it. */
export class MigError extends Error {
  readonly code: string
  readonly remedy: string
  readonly facts: Readonly<Record<string, unknown>>
  readonly exit: 1 | 2 | 3

  constructor(failure: FailureFacts) {
    super(failure.message)
    this.name = 'MigError'
    this.code = failure.code
    this.remedy = failure.remedy
    this.facts = failure.facts ?? {}
    this.exit = failure.exit ?? 3
  }
}
