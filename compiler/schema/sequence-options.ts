/** How a sequence counts, its own or that of an identity column; left out where it is as Postgres has it (the manual, CREATE SEQUENCE). */
export interface SequenceOptions {
  readonly start?: string
  readonly increment?: string
  readonly min?: string
  readonly max?: string
  readonly cache?: string
  readonly cycle?: true
}
