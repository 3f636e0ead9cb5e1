import type { Column } from './column.ts'
import type { Constraint, PrimaryKey } from './constraint.ts'
import type { DialectName } from './dialect.ts'
import type { Parameters } from './index-properties.ts'
import type { QName } from './name.ts'
import type { PartitionBy, PartitionOf } from './partition.ts'
import type { Index } from './table-index.ts'

/** A table with all that belongs to it alone. */
export interface Table extends TableHead {
  readonly name: QName
  readonly columns: readonly Column[]
  readonly constraints: readonly Constraint[]
  readonly indexes: readonly Index[]
}

/** What a table says of itself beside its members. */
export interface TableHead {
  readonly partitionBy?: PartitionBy
  readonly partitionOf?: PartitionOf
  /** The tables whose columns it has as well (the manual, Inheritance). */
  readonly inherits?: readonly QName[]
  readonly strict?: true
  readonly withoutRowid?: true
  readonly unlogged?: true
  readonly tablespace?: string
  /** The access method, where it is not `heap`. */
  readonly using?: string
  /** Storage parameters: `fillfactor` → `70`, `toast.autovacuum_enabled` → `false`. */
  readonly with?: Parameters
  /** What of an old row is replicated; left out, its primary key. */
  readonly replicaIdentity?: 'full' | 'nothing'
  /** Whether policies say who sees which rows. */
  readonly rowSecurity?: true
  /** Whether they hold for the owner of the table, too. */
  readonly forceRowSecurity?: true
  readonly comment?: string
  readonly only?: DialectName
}

export function columnOf(table: Table, name: string): Column | undefined {
  return table.columns.find(column => column.name === name)
}

export function constraintOf(table: Table, name: string): Constraint | undefined {
  return table.constraints.find(constraint => constraint.name === name)
}

export function indexOf(table: Table, name: string): Index | undefined {
  return table.indexes.find(index => index.name === name)
}

export function primaryKeyOf(table: Table): PrimaryKey | undefined {
  return table.constraints.find(constraint => constraint.kind === 'primary')
}

export function headOf(table: Table): TableHead {
  const { name: _name, columns: _columns, constraints: _constraints, indexes: _indexes, ...head } = table
  return head
}
