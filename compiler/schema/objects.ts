import type { DialectName, Sql } from './dialect.ts'
import type { QName } from './name.ts'

/** A schema of the database, which SQL also calls a namespace. */
export interface Namespace {
  readonly name: string
  readonly comment?: string
  readonly only?: DialectName
}

export interface Extension {
  readonly name: string
  readonly schema?: string
  readonly version?: string
  readonly only?: DialectName
}

/** An enum type; the order of its values is the order in which they sort. */
export interface Enum {
  readonly name: QName
  readonly values: readonly string[]
  readonly comment?: string
  readonly only?: DialectName
}

/** A view; `sql` is its query. */
export interface View {
  readonly name: QName
  readonly sql: Sql
  readonly comment?: string
  readonly only?: DialectName
}

/** A trigger of a table; `sql` is all that follows its name and table, per dialect. */
export interface Trigger {
  readonly name: string
  readonly table: QName
  readonly sql: Sql
  readonly comment?: string
  readonly only?: DialectName
}
