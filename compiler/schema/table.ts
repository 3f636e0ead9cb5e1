import type { Column } from './column.ts'
import type { Constraint, PrimaryKey } from './constraint.ts'
import type { DialectName } from './dialect.ts'
import type { QName } from './name.ts'
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
  readonly strict?: true
  readonly withoutRowid?: true
  readonly unlogged?: true
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
