import type { DialectName, Sql } from './dialect.ts'

/** An index of a table that belongs to no constraint. */
export interface Index {
  readonly name: string
  readonly unique?: true
  readonly keys: readonly IndexKey[]
  readonly using?: string
  readonly include?: readonly string[]
  readonly where?: Sql
  /** Storage parameters, as written: `fillfactor` → `70`. */
  readonly with?: readonly (readonly [string, string])[]
  readonly nullsNotDistinct?: true
  readonly comment?: string
  readonly only?: DialectName
}

/** A column or an expression of an index; exactly one of `column` and `sql` is there. */
export interface IndexKey {
  readonly column?: string
  readonly sql?: Sql
  readonly desc?: true
  readonly nulls?: 'first' | 'last'
  readonly opclass?: string
  readonly collate?: string
}
