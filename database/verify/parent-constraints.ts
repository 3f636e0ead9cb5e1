import { parentsOf } from '../../compiler/schema/inheritance.ts'
import { nameText } from '../../compiler/schema/name.ts'
import type { Schema } from '../../compiler/schema/schema.ts'
import type { Table } from '../../compiler/schema/table.ts'

/**
 * A table with the constraints that come from its parents: all of those of the table that it is a partition of, the checks
 * of those that it inherits from (CREATE TABLE, PARTITION OF and INHERITS).
 */
export function withParentConstraints(table: Table, { tables }: Pick<Schema, 'tables'>): Table {
  const parents = parentsOf(table).flatMap(name => tables.get(nameText(name)) ?? [])
  if (parents.length === 0) return table
  const own = new Set(table.constraints.map(({ name }) => name))
  const constraints = parents
    .flatMap(parent => withParentConstraints(parent, { tables }).constraints)
    .filter(one => !own.has(one.name))
    .filter(one => table.partitionOf !== undefined || (one.kind === 'check' && !one.noInherit))
  return { ...table, constraints: [...table.constraints, ...constraints] }
}
