import { childrenIn, parentsOf } from '../../compiler/schema/inheritance.ts'
import { nameText } from '../../compiler/schema/name.ts'
import type { Table } from '../../compiler/schema/table.ts'
import type { TableDeclaration } from '../generated/ast.ts'
import type { Context } from './context.ts'
import { unknownTable } from './unknown-table.ts'

/** Where a table is declared. */
export interface DeclaredTable {
  readonly node: TableDeclaration
  readonly context: Context
}

/**
 * The tables, of which none is its own ancestor: partitions of tables that are not there or not divided, and tables that inherit
 * from themselves, are reported and stand alone.
 */
export function checkParents(tables: Map<string, Table>, declared: (key: string) => DeclaredTable): Map<string, Table> {
  if (childrenIn(tables).size === 0) return tables
  const checked = new Map(tables)
  for (const [key, table] of tables) {
    if (parentsOf(table).length === 0) continue
    const problem = parentsOf(table).some(name => !isThere(nameText(name), key, tables, declared))
    if (!problem && !isCircle(key, checked, declared(key))) continue
    const { partitionOf: _partitionOf, inherits: _inherits, ...alone } = table
    checked.set(key, alone)
  }
  return checked
}

function isThere(
  parent: string,
  key: string,
  tables: ReadonlyMap<string, Table>,
  declared: (key: string) => DeclaredTable,
): boolean {
  const { node, context } = declared(key)
  const property = node.parent === undefined ? 'inherits' : 'parent'
  const found = tables.get(parent)
  if (found === undefined) {
    unknownTable(parent, { node, property }, context, tables.keys())
    return false
  }
  if (node.parent !== undefined && found.partitionBy === undefined) {
    const remedy = `Say how \`${parent}\` is divided: \`table ${parent} partition by range (COLUMN) { … }\`.`
    context.report.error('MIG137', `\`${parent}\` has no partitions.`, remedy, { node, property })
    return false
  }
  return true
}

function isCircle(key: string, tables: ReadonlyMap<string, Table>, { node, context }: DeclaredTable): boolean {
  const seen = new Set<string>()
  const reaches = (from: string): boolean =>
    parentsOf(tables.get(from)!).some(name => {
      const parent = nameText(name)
      if (parent === key) return true
      if (seen.has(parent) || !tables.has(parent)) return false
      seen.add(parent)
      return reaches(parent)
    })
  if (!reaches(key)) return false
  const property = node.parent === undefined ? 'inherits' : 'parent'
  const remedy = 'Remove one of the lines that lead back to it.'
  context.report.error('MIG137', `The table \`${key}\` would have its columns from itself.`, remedy, { node, property })
  return true
}
