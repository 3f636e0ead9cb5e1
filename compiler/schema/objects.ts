import type { DialectName, Sql } from './dialect.ts'
import type { QName } from './name.ts'
import type { Value } from './value.ts'

/** A schema of the database, which SQL also calls a namespace. */
export interface Namespace {
  readonly name: string
  readonly comment?: string
  readonly only?: DialectName
}

/** An extension, under the name of what it is made of. */
export interface Extension {
  readonly name: string
  readonly schema?: string
  readonly version?: string
  readonly dependsOn?: readonly QName[]
  /** What is said of it instead of the words that it brings along. */
  readonly comment?: string
  readonly only?: DialectName
}

/** An enum type; the order of its values is the order in which they sort. */
export interface Enum {
  readonly name: QName
  readonly values: readonly string[]
  readonly comment?: string
  readonly only?: DialectName
}

/** An option of a view: `security_barrier`, `security_invoker` or `check_option`. */
export interface ViewOption {
  readonly name: string
  readonly value: string
}

/** What is said of a column that a view's query gives. */
export interface ViewColumn {
  readonly name: string
  /** What an `insert` into the view takes where it gives no value. */
  readonly default?: Value
  readonly comment?: string
}

/** A view; `sql` is its query. */
export interface View {
  readonly name: QName
  /** What its first columns are called, whatever the query calls them. */
  readonly columnNames?: readonly string[]
  readonly sql: Sql
  /** In the order of their names; what Postgres assumes anyway is left out. */
  readonly options?: readonly ViewOption[]
  /** In the order of their names: only those of which something is said. */
  readonly columns?: readonly ViewColumn[]
  readonly dependsOn?: readonly QName[]
  readonly comment?: string
  readonly only?: DialectName
}

/** When a trigger or rule of Postgres fires, where that is not in every session but those of a replica. */
export type FiringState = 'disabled' | 'replica' | 'always'

/** A trigger of a table; `sql` is all that follows its name and table, per dialect. */
export interface Trigger {
  readonly name: string
  readonly table: QName
  readonly sql: Sql
  readonly state?: FiringState
  readonly dependsOn?: readonly QName[]
  readonly comment?: string
  readonly only?: DialectName
}
