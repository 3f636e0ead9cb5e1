import type { DialectName, Sql } from './dialect.ts'
import type { QName } from './name.ts'

/** A key or a check of a table. Each has a name from the moment the text is read. */
export type Constraint = PrimaryKey | Unique | ForeignKey | Check

export interface PrimaryKey {
  readonly kind: 'primary'
  readonly name: string
  readonly columns: readonly string[]
  readonly comment?: string
  readonly only?: DialectName
}

export interface Unique {
  readonly kind: 'unique'
  readonly name: string
  readonly columns: readonly string[]
  readonly nullsNotDistinct?: true
  readonly deferrable?: Deferrable
  readonly comment?: string
  readonly only?: DialectName
}

export interface ForeignKey {
  readonly kind: 'foreign'
  readonly name: string
  readonly columns: readonly string[]
  readonly target: QName
  readonly targetColumns: readonly string[]
  /** Left out means `no action`. */
  readonly onDelete?: Action
  readonly onUpdate?: Action
  readonly match?: 'full'
  readonly deferrable?: Deferrable
  readonly comment?: string
  readonly only?: DialectName
}

export interface Check {
  readonly kind: 'check'
  readonly name: string
  readonly sql: Sql
  readonly comment?: string
  readonly only?: DialectName
}

export type Action = 'restrict' | 'cascade' | 'set null' | 'set default'

/** `deferrable`, checked at once or at the end of the transaction. */
export type Deferrable = 'initially immediate' | 'initially deferred'
