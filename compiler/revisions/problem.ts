import type { MigError } from '../failure.ts'

/** Something wrong in a file of the migrations folder, for `mig check`. */
export interface Problem {
  readonly code: string
  /** A warning does not make `mig check` fail. */
  readonly severity: 'error' | 'warning'
  readonly message: string
  readonly remedy: string
  /** The path of the file or folder, as the migrations folder was given. */
  readonly file: string
  /** 1-based. */
  readonly line?: number
  readonly column?: number
  /** The revisions in question, in the order in which the sentence names them. */
  readonly revisions?: readonly string[]
}

/** A failure as a problem of a file. */
export function problemOf(error: MigError, file: string, line?: number): Problem {
  const { code, message, remedy, facts } = error
  const revisions = facts.revisions as readonly string[] | undefined
  return {
    code,
    severity: 'error',
    message,
    remedy,
    file,
    ...(line === undefined ? {} : { line }),
    ...(revisions === undefined ? {} : { revisions }),
  }
}
