import type { Sql } from '../schema/dialect.ts'

/**
 * The facts behind the line that settles a hazard, for whoever writes it into the text. `in` is the key of the table or enum that
 * holds the thing. Names of tables and enums are as the text writes them, those of columns and values are bare.
 */
export type HazardFix = RenameOrDrop | SayDrop | Backfill | Conversion | RemoveValue

/** One goes and one of its like comes: `to was from`, or that `from` is dropped. */
export interface RenameOrDrop {
  readonly fix: 'rename or drop'
  readonly kind: 'column' | 'table' | 'enum' | 'enum value'
  readonly in?: string
  readonly from: string
  readonly to: string
  /** What else `from` could have become. */
  readonly others: readonly string[]
}

/** `dropped from` says that it is meant. */
export interface SayDrop {
  readonly fix: 'say drop'
  readonly kind: 'column' | 'table'
  readonly in?: string
  readonly from: string
}

/** `backfill value` on a column, or with `down` on the `dropped` line of one that goes. */
export interface Backfill {
  readonly fix: 'backfill'
  readonly in: string
  readonly name: string
  /** As the text writes it; an example, since nobody but the author knows. */
  readonly value: string
  readonly down?: true
}

/** `convert SQL revert SQL` on a column, with expressions to begin with. */
export interface Conversion {
  readonly fix: 'convert'
  readonly in: string
  readonly name: string
  readonly convert: Sql
  readonly revert: Sql
  /** True where the column has a `convert` that was written for an earlier change. */
  readonly stale?: true
}

/** `removed name -> VALUE` in an enum, or `removed name` where no row holds it. */
export interface RemoveValue {
  readonly fix: 'remove value'
  readonly in: string
  readonly name: string
  /** The values that the enum has from then on. */
  readonly values: readonly string[]
}
