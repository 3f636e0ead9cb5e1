import type { Hints, RenameHint } from '../../../compiler/diff/hints.ts'
import type { QName } from '../../../compiler/schema/name.ts'
import { nameText } from '../../../compiler/schema/name.ts'
import type { Draft, Schema } from '../../../compiler/schema/schema.ts'
import type { Table } from '../../../compiler/schema/table.ts'
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

/** Any of the tables. */
export function anyTable(draft: Draft, tape: Tape): Table | undefined {
  const tables = [...draft.tables.values()]
  return tables.length === 0 ? undefined : tape.pick(tables)
}

/** Puts a table in its place. */
export function put(draft: Draft, table: Table): void {
  draft.tables.set(nameText(table.name), table)
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
