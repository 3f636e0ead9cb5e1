import type { DialectName, Sql } from './dialect.ts'
import type { IndexProperties, Parameters } from './index-properties.ts'

/** An index of a table that belongs to no constraint. */
export interface Index extends IndexProperties {
  readonly name: string
  readonly unique?: true
  readonly keys: readonly IndexKey[]
  readonly using?: string
  readonly where?: Sql
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
  /** Parameters of the operator class. */
  readonly opclassWith?: Parameters
  readonly collate?: string
  /** How finely an expression is looked at when statistics are made: `1000`. */
  readonly statistics?: string
}
