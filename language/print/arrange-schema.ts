import type { Constraint } from '../../compiler/schema/constraint.ts'
import type { Schema } from '../../compiler/schema/schema.ts'
import type { Table } from '../../compiler/schema/table.ts'
import type { Index } from '../../compiler/schema/table-index.ts'
import { homesOf, placeMembers } from './placement.ts'

const KINDS = ['primary', 'unique', 'foreign', 'check', 'exclude']

/**
 * The same schema with the keys, checks and indexes of each table in the order of its columns, so that printing it puts
 * as many as possible into the lines of columns. A database lists them in an order of its own.
 */
export function arrangeSchema(schema: Schema): Schema {
  return { ...schema, tables: new Map([...schema.tables].map(([key, table]) => [key, arrangeTable(table)])) }
}

function arrangeTable(table: Table): Table {
  const homes = homesOf(table)
  const { named } = placeMembers(table)
  const rank = (member: Constraint | Index) => {
    const home = named.has(member) ? undefined : homes.get(member)
    return home === undefined ? Number.POSITIVE_INFINITY : home * KINDS.length + kindRank(member)
  }
  const arrange = <T extends Constraint | Index>(members: readonly T[]) =>
    members.toSorted((a, b) => difference(rank(a), rank(b)))
  return { ...table, constraints: arrange(table.constraints), indexes: arrange(table.indexes) }
}

function kindRank(member: Constraint | Index): number {
  return 'kind' in member ? KINDS.indexOf(member.kind) : 0
}

/** Two infinite ranks are the same rank. */
function difference(a: number, b: number): number {
  return a === b ? 0 : a - b
}
