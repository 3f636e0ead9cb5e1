import type { Action, Deferrable } from '../../schema/constraint.ts'

/** How a conflict is resolved: `on conflict replace`. */
export type ConflictClause = 'rollback' | 'abort' | 'fail' | 'ignore' | 'replace'

/** A table as SQLite's stored CREATE TABLE says it. Names keep their letters; SQL keeps its layout. */
export interface CreateTable {
  readonly name: string
  readonly columns: readonly TableColumn[]
  readonly constraints: readonly TableConstraint[]
  readonly strict: boolean
  readonly withoutRowid: boolean
}

/** A column and what stands on it. */
export interface TableColumn {
  readonly name: string
  /** The declared type as written, empty where there is none. */
  readonly type: string
  readonly notNull?: { readonly name?: string; readonly conflict?: ConflictClause }
  readonly default?: ColumnDefault
  readonly collate?: string
  readonly generated?: { readonly sql: string; readonly stored: boolean }
  readonly primaryKey?: ColumnPrimaryKey
  readonly unique?: readonly NamedConstraint[]
  readonly checks?: readonly CheckConstraint[]
  readonly references?: readonly ColumnReference[]
}

/** A default: the text of a literal as written, or of an expression without the brackets around it. */
export interface ColumnDefault {
  readonly kind: 'literal' | 'expression'
  readonly text: string
}

export interface NamedConstraint {
  readonly name?: string
  readonly conflict?: ConflictClause
}

export interface ColumnPrimaryKey extends NamedConstraint {
  readonly desc: boolean
  readonly autoincrement: boolean
}

export interface CheckConstraint extends NamedConstraint {
  readonly sql: string
}

/** The target of a foreign key; without columns it is the primary key of the table. */
export interface Reference {
  readonly table: string
  readonly columns?: readonly string[]
  readonly onDelete?: Action | 'no action'
  readonly onUpdate?: Action | 'no action'
  readonly match?: string
  readonly deferrable?: Deferrable | 'not deferrable'
}

export interface ColumnReference extends Reference {
  readonly name?: string
}

/** A key or a check that stands behind the columns. */
export type TableConstraint =
  | (NamedConstraint & {
      readonly kind: 'primary'
      readonly columns: readonly IndexedColumn[]
      readonly autoincrement: boolean
    })
  | (NamedConstraint & { readonly kind: 'unique'; readonly columns: readonly IndexedColumn[] })
  | (CheckConstraint & { readonly kind: 'check' })
  | {
      readonly kind: 'foreign'
      readonly name?: string
      readonly columns: readonly string[]
      readonly target: Reference
    }

/** A column of a key. */
export interface IndexedColumn {
  readonly name: string
  readonly collate?: string
  readonly desc: boolean
}
