import type { Column } from '../../../schema/column.ts'
import { handDown } from '../../../schema/inheritance.ts'
import { nameText, type QName } from '../../../schema/name.ts'
import { columnOf, type Table } from '../../../schema/table.ts'
import { changeHeirs } from '../../../steps/follow/change-parents.ts'
import { sameColumn } from '../../../steps/same.ts'
import { ownTable } from '../own.ts'
import type { Rendering } from './rendering.ts'

/** The table as the database holds it now; undefined when it holds none of that name. */
export function liveTable(work: Rendering, name: QName): Table | undefined {
  const table = work.live.tables.get(nameText(name))
  return table && ownTable(table)
}

/** The table as the steps so far leave it, of Postgres' members only. */
export function draftTable(work: Rendering, name: QName): Table | undefined {
  const table = work.draft.tables.get(nameText(name))
  return table && ownTable(table)
}

/** A column as the database holds it now. */
export function liveColumn(work: Rendering, table: QName, column: string): Column | undefined {
  const found = liveTable(work, table)
  return found && columnOf(found, column)
}

/** Writes down what a statement did to a table. */
export function editLive(work: Rendering, name: QName, change: (table: Table) => Table): void {
  const key = nameText(name)
  const table = work.live.tables.get(key)
  if (table === undefined) return
  const next = change(table)
  work.live.tables.set(key, next)
  if (next.columns !== table.columns) handDown(work.live.tables, key, sameColumn)
}

type Members = 'columns' | 'constraints' | 'indexes'

/** Writes down that a table has that member now, in place of one of the same name or as the last. */
export function putLive<K extends Members>(work: Rendering, name: QName, kind: K, member: Table[K][number]): void {
  const old = kind === 'columns' ? work.live.tables.get(nameText(name))?.columns : undefined
  const before = old?.find(column => column.name === member.name)
  editLive(work, name, table => {
    const members: readonly { readonly name: string }[] = table[kind]
    const there = members.some(item => item.name === member.name)
    return {
      ...table,
      [kind]: there ? members.map(item => (item.name === member.name ? member : item)) : [...members, member],
    }
  })
  if (before !== undefined) changeHeirs(work.live.tables, name, before, member as Column)
}

/** Writes down that a table has no member of that name any more. */
export function removeLive(work: Rendering, table: QName, kind: Members, name: string): void {
  editLive(work, table, old => {
    const members: readonly { readonly name: string }[] = old[kind]
    return { ...old, [kind]: members.filter(member => member.name !== name) }
  })
}

/** A table as foreign keys see it: a partition has the keys of the table that it is part of. */
export function liveTarget(work: Rendering, name: QName): Table | undefined {
  const table = liveTable(work, name)
  const parent = table?.partitionOf && liveTarget(work, table.partitionOf.parent)
  if (table === undefined || parent === undefined) return table
  return {
    ...table,
    constraints: [...table.constraints, ...parent.constraints],
    indexes: [...table.indexes, ...parent.indexes],
  }
}
