import type { Column } from './column.ts'
import { nameText, type QName } from './name.ts'
import type { Table } from './table.ts'

/** The tables that a table has columns of: the one it is a partition of, or those it inherits from. */
export function parentsOf({ partitionOf, inherits }: Pick<Table, 'partitionOf' | 'inherits'>): readonly QName[] {
  return partitionOf === undefined ? (inherits ?? []) : [partitionOf.parent]
}

/** The keys of the tables that have columns of a table, by the table's key; undefined where no table has any. */
export type Children = ReadonlyMap<string, readonly string[]>

const NONE: readonly string[] = []

/** The tables that are partitions of others or inherit from them. */
export function childrenIn(tables: ReadonlyMap<string, Table>): Children {
  const children = new Map<string, string[]>()
  for (const [key, table] of tables) {
    if (table.partitionOf === undefined && table.inherits === undefined) continue
    for (const parent of parentsOf(table)) {
      const name = nameText(parent)
      const list = children.get(name)
      if (list === undefined) children.set(name, [key])
      else list.push(key)
    }
  }
  return children
}

/** The maps that hold a child, or may: a project without one is not searched for children at each change. */
const searched = new WeakMap<ReadonlyMap<string, Table>, boolean>()

/** Notes that a table has come that may be the child of others. */
export function noteChild(tables: ReadonlyMap<string, Table>, table: Pick<Table, 'partitionOf' | 'inherits'>): void {
  if (parentsOf(table).length > 0) searched.set(tables, true)
}

function mayHaveChildren(tables: ReadonlyMap<string, Table>): boolean {
  let known = searched.get(tables)
  if (known === undefined) {
    known = tables.values().some(table => parentsOf(table).length > 0)
    searched.set(tables, known)
  }
  return known
}

/** The keys of a table's partitions or heirs, and of theirs, each after its parent. */
export function descendantsOf(tables: ReadonlyMap<string, Table>, key: string): readonly string[] {
  if (!mayHaveChildren(tables)) return NONE
  const children = childrenIn(tables)
  if (!children.has(key)) return NONE
  const found = new Set<string>()
  const visit = (one: string) => {
    for (const child of children.get(one) ?? NONE) {
      if (found.has(child)) continue
      found.add(child)
      visit(child)
    }
  }
  visit(key)
  found.delete(key)
  return [...found]
}

/** What a child has of a parent's column: no identity of its own, and no comment. */
function handedDown({ identity: _identity, comment: _comment, ...column }: Column): Column {
  return { ...column, inherited: true }
}

/** Whether a column says nothing that its parent does not say. `same` compares two columns. */
export type SameColumn = (a: Column, b: Column) => boolean

/**
 * A child with the columns of its parents, each marked as inherited unless the child says something of it that the parent does
 * not; then come its own. A table without parents has no such column.
 */
export function withParentColumns(table: Table, tables: ReadonlyMap<string, Table>, same: SameColumn): Table {
  const parents = parentsOf(table).flatMap(name => tables.get(nameText(name)) ?? [])
  if (parents.length === 0) return table
  const said = new Map(table.columns.filter(column => !column.inherited).map(column => [column.name, column]))
  const columns = new Map<string, Column>()
  for (const parent of parents) {
    for (const column of parent.columns) {
      if (columns.has(column.name)) continue
      const down = handedDown(column)
      const own = said.get(column.name)
      const isSaid =
        own !== undefined &&
        (own.inherited === false || !same({ ...down, inherited: true }, { ...handedDown(own), ...commentOf(own) }))
      columns.set(column.name, isSaid ? { ...own, type: column.type, inherited: false } : down)
    }
  }
  // All columns of a partition are its parent's (the manual, CREATE TABLE, PARTITION OF).
  for (const [name, column] of said)
    if (!columns.has(name) && table.partitionOf === undefined) columns.set(name, standsAlone(column))
  return { ...table, columns: [...columns.values()] }
}

/** A column without a parent's. */
export function standsAlone({ inherited: _inherited, ...column }: Column): Column {
  return column
}

function commentOf({ comment }: Column): { readonly comment?: string } {
  return comment === undefined ? {} : { comment }
}

/** Gives every descendant of a table the columns that it has by now. */
export function handDown(tables: Map<string, Table>, key: string, same: SameColumn): void {
  for (const child of descendantsOf(tables, key)) {
    tables.set(child, withParentColumns(tables.get(child)!, tables, same))
  }
}

/** The keys of tables, each after its parents. */
export function parentsFirst(tables: ReadonlyMap<string, Table>): readonly string[] {
  const order: string[] = []
  const done = new Set<string>()
  const visit = (key: string) => {
    const table = tables.get(key)
    if (table === undefined || done.has(key)) return
    done.add(key)
    for (const parent of parentsOf(table)) visit(nameText(parent))
    order.push(key)
  }
  for (const key of tables.keys()) visit(key)
  return order
}

/** The same tables, each child with the columns of its parents. */
export function withInheritance(tables: Map<string, Table>, same: SameColumn): Map<string, Table> {
  if (childrenIn(tables).size === 0) return tables
  const filled = new Map(tables)
  for (const key of parentsFirst(tables)) {
    const table = tables.get(key)!
    if (parentsOf(table).length > 0) filled.set(key, withParentColumns(table, filled, same))
  }
  return filled
}

/** The table as it is declared: without the columns that are its parents' alone. */
export function declaredPart(table: Table): Table {
  if (parentsOf(table).length === 0) return table
  return { ...table, columns: table.columns.filter(column => !column.inherited).map(standsAlone) }
}
