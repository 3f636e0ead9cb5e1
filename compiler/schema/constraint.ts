import type { DialectName, Sql } from './dialect.ts'
import type { IndexProperties } from './index-properties.ts'
import type { QName } from './name.ts'
import type { IndexKey } from './table-index.ts'

/** A key or a check of a table. Each has a name from the moment the text is read. */
export type Constraint = PrimaryKey | Unique | ForeignKey | Check | Exclusion

export interface PrimaryKey extends IndexProperties {
  readonly kind: 'primary'
  readonly name: string
  readonly columns: readonly string[]
  readonly deferrable?: Deferrable
  readonly conflict?: Conflict
  readonly comment?: string
  readonly only?: DialectName
}

export interface Unique extends IndexProperties {
  readonly kind: 'unique'
  readonly name: string
  readonly columns: readonly string[]
  /** How SQLite compares each column, where not as the column says. */
  readonly collations?: readonly (string | null)[]
  readonly nullsNotDistinct?: true
  readonly deferrable?: Deferrable
  readonly conflict?: Conflict
  readonly comment?: string
  readonly only?: DialectName
}

export interface ForeignKey {
  readonly kind: 'foreign'
  readonly name: string
  readonly columns: readonly string[]
  readonly target: QName
  readonly targetColumns: readonly string[]
  /** Whether there is no such table: SQLite looks for it only when rows are written. Without columns it means its primary key. */
  readonly missing?: true
  /** Left out means `no action`. */
  readonly onDelete?: Action
  /** The columns that `set null` and `set default` are for; left out, all of the key. */
  readonly onDeleteColumns?: readonly string[]
  readonly onUpdate?: Action
  readonly match?: 'full'
  readonly deferrable?: Deferrable
  /** Whether the rows that were there first were never looked at. */
  readonly notValid?: true
  /** Whether no row is ever looked at; such a constraint is not valid either, which is not said then. */
  readonly notEnforced?: true
  readonly comment?: string
  readonly only?: DialectName
}

export interface Check {
  readonly kind: 'check'
  readonly name: string
  readonly sql: Sql
  /** Whether tables that inherit from this one do without it. */
  readonly noInherit?: true
  readonly notValid?: true
  readonly notEnforced?: true
  readonly comment?: string
  readonly only?: DialectName
}

/** No two rows for which all the operators answer yes. Postgres alone has it. */
export interface Exclusion extends IndexProperties {
  readonly kind: 'exclude'
  readonly name: string
  readonly using?: string
  readonly keys: readonly ExclusionKey[]
  readonly where?: Sql
  readonly deferrable?: Deferrable
  readonly comment?: string
  readonly only?: DialectName
}

/** A column or an expression, and the operator that compares it between two rows. */
export interface ExclusionKey extends IndexKey {
  readonly operator: string
}

/** The columns that a constraint names in a list of its own; a check names none. */
export function columnsOf(constraint: Constraint): readonly string[] {
  switch (constraint.kind) {
    case 'check':
      return []
    case 'exclude':
      return [...constraint.keys.flatMap(key => key.column ?? []), ...(constraint.include ?? [])]
    case 'primary':
    case 'unique':
      return constraint.include === undefined ? constraint.columns : [...constraint.columns, ...constraint.include]
    case 'foreign':
      return constraint.columns
  }
}

/** The SQL of a constraint: of a check, of the keys and the condition of an exclusion. */
export function sqlOf(constraint: Constraint): readonly Sql[] {
  if (constraint.kind === 'check') return [constraint.sql]
  if (constraint.kind !== 'exclude') return []
  const { keys, where } = constraint
  return [...keys.flatMap(key => key.sql ?? []), ...(where === undefined ? [] : [where])]
}

export type Action = 'restrict' | 'cascade' | 'set null' | 'set default'

/** What SQLite does with a row that breaks a key; left out means `abort`. */
export type Conflict = 'rollback' | 'fail' | 'ignore' | 'replace'

/** `deferrable`, checked at once or at the end of the transaction. */
export type Deferrable = 'initially immediate' | 'initially deferred'
