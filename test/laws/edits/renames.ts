import type { Column } from '../../../compiler/schema/column.ts'
import { nameText } from '../../../compiler/schema/name.ts'
import type { Draft, Schema } from '../../../compiler/schema/schema.ts'
import type { Table } from '../../../compiler/schema/table.ts'
import { applyStep } from '../../../compiler/steps/apply.ts'
import { COLUMN_NAMES, fresh, TABLE_NAMES, takenRelation } from '../random-schema.ts'
import type { Tape } from '../tape.ts'
import type { Notes } from './notes.ts'
import { anyTable, moveNotes, oldTable, place, untouched } from './notes.ts'

/** Rename table. */
export function renameTable(draft: Draft, tape: Tape, notes: Notes, before: Schema): void {
  if (draft.tables.size === 0) return
  const table = tape.pick([...draft.tables.values()])
  if (!before.tables.has(nameText(table.name))) return
  const from = table.name
  if (!untouched(notes, 'table', undefined, nameText(from))) return
  const to = {
    name: fresh(
      tape,
      TABLE_NAMES,
      name =>
        takenRelation(draft, name) || before.tables.has(nameText({ name })) || before.views.has(nameText({ name })),
    ),
  }
  applyStep(draft, { kind: 'rename table', from, to })
  moveNotes(notes, nameText(from), nameText(to))
  notes.renames.push({ kind: 'table', from: nameText(from), to: nameText(to), place })
}

/** Renamable. */
export function renamable(
  draft: Draft,
  tape: Tape,
  notes: Notes,
  before: Schema,
): { table: Table; old: Table; columns: Column[] } | undefined {
  const table = anyTable(draft, tape)
  const old = table && oldTable(before, notes, table.name)
  if (table === undefined || old === undefined) return undefined
  const key = nameText(table.name)
  const columns = table.columns.filter(
    column =>
      column.name !== 'id' &&
      old.columns.some(item => item.name === column.name) &&
      !notes.converts.some(hint => hint.in === key && hint.column === column.name) &&
      untouched(notes, 'column', key, column.name),
  )
  return { table, old, columns }
}

/** Rename column. */
export function renameColumn(draft: Draft, tape: Tape, notes: Notes, before: Schema): void {
  const found = renamable(draft, tape, notes, before)
  if (found === undefined || found.columns.length === 0) return
  const { table, old } = found
  const from = tape.pick(found.columns).name
  const to = fresh(tape, COLUMN_NAMES, name => [...table.columns, ...old.columns].some(column => column.name === name))
  applyStep(draft, { kind: 'rename column', table: table.name, from, to })
  renameNotes(notes, nameText(table.name), from, to)
  notes.renames.push({ kind: 'column', in: nameText(table.name), from, to, place })
}

/** Rename notes. */
export function renameNotes(notes: Notes, table: string, from: string, to: string): void {
  for (const list of [notes.fills, notes.converts] as { in: string; column: string }[][]) {
    for (const [at, hint] of list.entries())
      if (hint.in === table && hint.column === from) list[at] = { ...hint, column: to }
  }
}

/** Swap columns. */
export function swapColumns(draft: Draft, tape: Tape, notes: Notes, before: Schema): void {
  const found = renamable(draft, tape, notes, before)
  if (found === undefined || found.columns.length < 2) return
  const table = found.table.name
  const one = found.columns[tape.next(found.columns.length - 1)]!.name
  const two = found.columns.at(-1)!.name
  const aside = 'aside'
  for (const [from, to] of [
    [one, aside],
    [two, one],
    [aside, two],
  ] as const) {
    applyStep(draft, { kind: 'rename column', table, from, to })
    renameNotes(notes, nameText(table), from, to)
  }
  const key = nameText(table)
  notes.renames.push(
    { kind: 'column', in: key, from: one, to: two, place },
    { kind: 'column', in: key, from: two, to: one, place },
  )
}
