import type { DialectName } from '../../../compiler/schema/dialect.ts'

/** Why a value does not fit a type, as the end of a sentence that starts with the value: `is no number`. */
export interface Misfit {
  readonly why: string
  /** Whether a database refuses it, or holds something that was not meant. */
  readonly broken: boolean
  /** The value to write instead, where there is one. */
  readonly instead?: string
  /** The item of an array that is no value of its enum. */
  readonly item?: string
}

/** Where a value is meant to be held. */
export interface Room {
  readonly dialect: DialectName
  /** A STRICT table of SQLite, which refuses what other tables take as it is. */
  readonly strict: boolean
}
