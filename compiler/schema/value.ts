import type { Sql } from './dialect.ts'

/** What a default or a backfill gives: a literal, an enum value by its name, a portable call, or SQL. */
export type Value = Literal | EnumValue | Call | SqlValue

export type Literal =
  | { readonly kind: 'string'; readonly value: string }
  | { readonly kind: 'number'; readonly text: string }
  | { readonly kind: 'bool'; readonly value: boolean }
  | { readonly kind: 'null' }

/** One of the values of the column's enum, by name. */
export interface EnumValue {
  readonly kind: 'enum value'
  readonly value: string
}

/** A function with a spelling in every dialect. */
export interface Call {
  readonly kind: 'call'
  readonly name: 'now' | 'today' | 'uuid'
}

export interface SqlValue {
  readonly kind: 'sql'
  readonly sql: Sql
}
