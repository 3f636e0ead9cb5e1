/** Values of one type as text, in the form in which the database reads it from a string. */
export interface ValuePool {
  /** Values at the edges of the type: the least, the greatest, the empty, the odd. */
  readonly edges: readonly string[]
  /** The plain value of a number: another number, another value, as far as the type has so many. */
  readonly nth: (number: number) => string
  /** How SQLite must be told the value; Postgres reads all from a string. */
  readonly kind: 'text' | 'number' | 'blob'
  /** What values the constants of a check can be. */
  readonly family: 'text' | 'number' | 'time' | 'json' | 'array' | 'enum' | 'other'
  /** The greatest length of a text. */
  readonly longest?: number
  /** Whether these are mere guesses: the database has to say which of them it takes. */
  readonly unknown?: true
}
