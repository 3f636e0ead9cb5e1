import type { Hints, RenameHint } from '../../../compiler/diff/hints.ts'
import { handDown, noteChild, parentsOf } from '../../../compiler/schema/inheritance.ts'
import type { QName } from '../../../compiler/schema/name.ts'
import { nameText } from '../../../compiler/schema/name.ts'
import type { Draft, Schema } from '../../../compiler/schema/schema.ts'
import type { Table } from '../../../compiler/schema/table.ts'
import { sameColumn } from '../../../compiler/steps/same.ts'
import type { Tape } from '../tape.ts'

/** The hints that the edits so far call for. */
export interface Notes {
  readonly renames: RenameHint[]
  readonly moves: Hints['moves'][number][]
  readonly fills: Hints['fills'][number][]
  readonly converts: Hints['converts'][number][]
}

/** One random change of a draft. */
export type Edit = (draft: Draft, tape: Tape, notes: Notes, before: Schema) => void

/** Edits stand in no file. */
export const place = 0

/** Any of the tables, but for partitions and heirs: their columns are their parents'. */
export function anyTable(draft: Draft, tape: Tape): Table | undefined {
  const tables = [...draft.tables.values()].filter(table => parentsOf(table).length === 0)
  return tables.length === 0 ? undefined : tape.pick(tables)
}

/** Whether both databases have a table, undivided. */
export function isOrdinary({ only, partitionBy }: Table): boolean {
  return only === undefined && partitionBy === undefined
}

/** Any of the tables that both databases have, undivided. */
export function anyOrdinary(draft: Draft, tape: Tape): Table | undefined {
  const tables = [...draft.tables.values()].filter(isOrdinary)
  return tables.length === 0 ? undefined : tape.pick(tables)
}

/** Puts a table in its place; its partitions and heirs have its columns. */
export function put(draft: Draft, table: Table): void {
  const key = nameText(table.name)
  draft.tables.set(key, table)
  noteChild(draft.tables, table)
  handDown(draft.tables, key, sameColumn)
}

/** What was noted of a table is noted of it under its new name. */
export function moveNotes(notes: Notes, from: string, to: string): void {
  for (const hints of [notes.fills, notes.converts] as { in: string }[][]) {
    for (const [at, hint] of hints.entries()) if (hint.in === from) hints[at] = { ...hint, in: to }
  }
  for (const [at, hint] of notes.renames.entries()) {
    if (hint.kind === 'column' && hint.in === from) notes.renames[at] = { ...hint, in: to }
  }
}

/** A name can be given a `was` only while no other hint speaks of it. */
export function untouched(notes: Notes, kind: string, place: string | undefined, name: string): boolean {
  return !notes.renames.some(
    hint => hint.kind === kind && hint.in === place && (hint.from === name || hint.to === name),
  )
}

/** The name that a table had before the edits. */
export function oldTable(before: Schema, notes: Notes, name: QName): Table | undefined {
  const hint = notes.renames.find(item => item.kind === 'table' && item.to === nameText(name))
  return before.tables.get(hint?.from ?? nameText(name))
}
