/** Parameters in brackets, as written: `fillfactor` → `70`. */
export type Parameters = readonly (readonly [name: string, value: string])[]

/** What an index has beside its keys and its condition; the index of a key has it too. Postgres alone knows them. */
export interface IndexProperties {
  readonly include?: readonly string[]
  readonly with?: Parameters
  readonly tablespace?: string
  /** Whether `cluster` orders the rows of the table by it. */
  readonly clustered?: true
  /** Whether a row that is replicated is known by its columns. */
  readonly replicaIdentity?: true
}
