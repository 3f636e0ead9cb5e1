import type { Sql } from '../schema/dialect.ts'
import type { ObjectKind } from '../schema/objects/db-object.ts'
import type { Value } from '../schema/value.ts'

/** What the text says about getting there. Hints never enter the schema; one that does not apply does nothing. */
export interface Hints {
  readonly renames: readonly RenameHint[]
  readonly moves: readonly MoveHint[]
  readonly fills: readonly FillHint[]
  readonly converts: readonly ConvertHint[]
  readonly drops: readonly DropHint[]
}

export const NO_HINTS: Hints = { renames: [], moves: [], fills: [], converts: [], drops: [] }

/** The kinds of object that a hint can speak of. */
export type HintedKind =
  | 'schema'
  | 'enum'
  | 'enum value'
  | 'field'
  | 'table'
  | 'column'
  | 'constraint'
  | 'index'
  | 'view'
  | 'trigger'
  | ObjectKind

/** `was NAME`. `in` is the new key of what holds it: of the table of a column, key, index or trigger, the enum of a value, the composite type of a field. */
export interface RenameHint {
  readonly kind: HintedKind
  readonly in?: string
  /** The old name: `nameText` of it for tables, enums and views, the label for the family of objects, the bare name for everything else. */
  readonly from: string
  /** The new name, in the same form. */
  readonly to: string
  readonly place: HintPlace
}

/** `removed V` and `removed V -> W`. */
export interface MoveHint {
  /** The key of the enum. */
  readonly in: string
  readonly value: string
  readonly to?: string
  readonly place: HintPlace
}

/** `backfill V` on a column, or on a `dropped` line: what rows get when the column comes back. */
export interface FillHint {
  /** The new key of the table. */
  readonly in: string
  readonly column: string
  readonly value: Value
  /** True for `dropped NAME backfill V`. */
  readonly down?: true
  readonly place: HintPlace
}

/** `convert SQL [revert SQL]`. */
export interface ConvertHint {
  readonly in: string
  readonly column: string
  readonly convert: Sql
  readonly revert?: Sql
  readonly place: HintPlace
}

/** `dropped NAME` in a table or an enum, `dropped table NAME` at the top. */
export interface DropHint {
  /** `any member` for `dropped NAME` in a table: a column, a key or an index. */
  readonly kind: HintedKind | 'any member'
  readonly in?: string
  readonly name: string
  readonly place: HintPlace
}

/** Where a hint stands: an index into the source map of the loaded files. */
export type HintPlace = number
