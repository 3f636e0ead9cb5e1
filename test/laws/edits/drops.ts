import { columnsOf, sqlOf } from '../../../compiler/schema/constraint.ts'
import { descendantsOf } from '../../../compiler/schema/inheritance.ts'
import type { QName } from '../../../compiler/schema/name.ts'
import { nameText } from '../../../compiler/schema/name.ts'
import type { Draft, Schema } from '../../../compiler/schema/schema.ts'
import type { Table } from '../../../compiler/schema/table.ts'
import { columnUses } from '../../../compiler/sql/expression-names.ts'
import { relationUses } from '../../../compiler/sql/query-names.ts'
import { sameTypes } from '../../../compiler/steps/same.ts'
import { defaultFor } from '../random-default.ts'
import { qualified } from '../random-schema.ts'
import type { Tape } from '../tape.ts'
import { dropDependants } from './dependants.ts'
import { dropFunctionsOn } from './family.ts'
import type { Notes } from './notes.ts'
import { anyTable, oldTable, place, put } from './notes.ts'

/** Without. */
export function without(table: Table, name: string): Table {
  const names = (sql: string | undefined) => sql !== undefined && columnUses(sql).some(use => use.name === name)
  return {
    ...table,
    columns: table.columns.filter(column => column.name !== name && !names(column.generated?.sql.all)),
    constraints: table.constraints.filter(
      item => !columnsOf(item).includes(name) && !sqlOf(item).some(sql => names(sql.all)),
    ),
    indexes: table.indexes.filter(
      index => !index.keys.some(key => key.column === name || names(key.sql?.all)) && !names(index.where?.all),
    ),
  }
}

/** Drops a column with whatever rests on it, and says what its rows get if it comes back. */
export function dropColumn(draft: Draft, tape: Tape, notes: Notes, before: Schema): void {
  const table = anyTable(draft, tape)
  const columns = table?.columns.filter(column => column.name !== 'id' && !isKeyColumn(draft, table, column.name)) ?? []
  if (table === undefined || columns.length === 0) return
  const column = tape.pick(columns)
  const type = column.type.all!
  const value = defaultFor(draft, type, tape)
  const isKey = (one: Table | undefined) =>
    one?.constraints.some(item => item.kind === 'unique' && item.columns.length === 1) === true
  const linked = table.constraints.some(item => item.kind === 'foreign' && item.columns.includes(column.name))
  if (linked || value === undefined || isKey(table) || isKey(oldTable(before, notes, table.name))) return
  const old = oldTable(before, notes, table.name)?.columns.find(item => item.name === column.name)
  if (old !== undefined && !sameTypes(old.type, column.type)) return
  const heirs = descendantsOf(draft.tables, nameText(table.name))
  put(draft, without(table, column.name))
  for (const heir of heirs) {
    const { name } = draft.tables.get(heir)!
    draft.tables.set(heir, without(draft.tables.get(heir)!, column.name))
    dropReaders(draft, name)
  }
  dropReaders(draft, table.name)
  if (!column.nullable && type.kind !== 'enum')
    notes.fills.push({ in: nameText(table.name), column: column.name, value, down: true, place })
}

/** Whether a column is in the primary key, or rows are divided by it. */
export function isKeyColumn(draft: Draft, table: Table, name: string): boolean {
  const tree = [table, ...descendantsOf(draft.tables, nameText(table.name)).map(key => draft.tables.get(key)!)]
  return tree.some(
    one =>
      one.partitionBy?.keys.some(key => key.column === name) ||
      one.constraints.some(item => item.kind === 'primary' && item.columns.includes(name)),
  )
}

/** Drops the views and triggers that read a relation, and the views that read those. */
export function dropReaders(draft: Draft, name: QName): void {
  dropFunctionsOn(draft, name)
  dropDependants(draft, name)
  for (const [key, object] of [...draft.objects]) {
    const isOwned = object.kind === 'sequence' && object.owner?.table.name === name.name
    if (isOwned && !draft.tables.has(nameText(name))) draft.objects.delete(key)
    if (object.kind === 'object' && `${object.create.all} with `.includes(` ${qualified(name)} with `))
      draft.objects.delete(key)
  }
  const reads = (sql: string | undefined) => sql !== undefined && relationUses(sql).some(use => use.name === name.name)
  for (const [key, trigger] of [...draft.triggers]) {
    if (nameText(trigger.table) === nameText(name) || reads(trigger.sql.sqlite)) draft.triggers.delete(key)
  }
  for (const [key, view] of [...draft.views]) {
    if (!draft.views.has(key) || !reads(view.sql.all)) continue
    draft.views.delete(key)
    dropReaders(draft, view.name)
  }
}

/** Drop table. */
export function dropTable(draft: Draft, tape: Tape): void {
  const table = anyTable(draft, tape)
  if (table === undefined) return
  const heirs = descendantsOf(draft.tables, nameText(table.name))
  if (draft.tables.size < heirs.length + 2) return
  for (const key of heirs) {
    const heir = draft.tables.get(key)!
    draft.tables.delete(key)
    dropReaders(draft, heir.name)
  }
  draft.tables.delete(nameText(table.name))
  for (const other of [...draft.tables.values()]) {
    const links = other.constraints.filter(
      item => item.kind === 'foreign' && nameText(item.target) === nameText(table.name),
    )
    if (links.length === 0) continue
    const next = links.reduce((at, link) => (link.kind === 'foreign' ? without(at, link.columns[0]!) : at), other)
    put(draft, next)
    dropReaders(draft, other.name)
  }
  dropReaders(draft, table.name)
}

/** Drop view. */
export function dropView(draft: Draft, tape: Tape): void {
  if (draft.views.size === 0) return
  const view = tape.pick([...draft.views.values()])
  draft.views.delete(nameText(view.name))
  dropReaders(draft, view.name)
}
