import type { RefusedText } from './postgres/refused-text.ts'

/** Something that a database is not, compared with what its revisions make of it. */
export interface DriftFinding {
  readonly code: string
  readonly severity: 'error' | 'warning' | 'note'
  readonly message: string
  readonly remedy: string
  /** The key of the object, as the schema has it: `orders`, `orders.total`. */
  readonly object?: string
  /** The wanted text, where the server does not take that at all. */
  readonly refused?: RefusedText
  /** The path of the file that the finding is about, where that is no object. */
  readonly file?: string
  /** Nothing to do about it: shown to those who ask for more. */
  readonly settled?: true
}
