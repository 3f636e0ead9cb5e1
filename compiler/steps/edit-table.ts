import { nameText, type QName } from '../schema/name.ts'
import type { Draft } from '../schema/schema.ts'
import type { Table } from '../schema/table.ts'
import { misfit } from './misfit.ts'

/** The table of that name in a draft; a missing one is a misfit. */
export function tableIn(draft: Draft, name: QName): Table {
  const table = draft.tables.get(nameText(name))
  if (table === undefined) throw misfit(`There is no table ${nameText(name)}.`, nameText(name))
  return table
}

/** Puts a changed copy of a table in its place. */
export function editTable(draft: Draft, name: QName, change: (table: Table) => Table): void {
  draft.tables.set(nameText(name), change(tableIn(draft, name)))
}

/** The list with `name`'s member replaced by `member`. */
export function replaceMember<T extends { readonly name: string }>(
  members: readonly T[],
  name: string,
  member: T,
): T[] {
  return members.map(item => (item.name === name ? member : item))
}
