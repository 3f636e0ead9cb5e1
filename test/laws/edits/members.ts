import type { Draft, Schema } from '../../../compiler/schema/schema.ts'
import { withMember } from '../random-member.ts'
import type { Tape } from '../tape.ts'
import type { Notes } from './notes.ts'
import { anyOrdinary, anyTable, put } from './notes.ts'

/** No unique key on a table with rows: it might not hold. */
export function addMember(draft: Draft, tape: Tape, _notes: Notes, before: Schema): void {
  const table = anyOrdinary(draft, tape)
  if (table === undefined) return
  const next = withMember(table, tape)
  const fresh = next.constraints.at(-1)
  const isNew = next.constraints.length > table.constraints.length
  if (isNew && fresh?.kind === 'unique' && !fresh.columns.includes('id') && before.tables.size > 0) return
  put(draft, next)
}

/** Drop member. */
export function dropMember(draft: Draft, tape: Tape): void {
  const table = anyTable(draft, tape)
  if (table === undefined) return
  const members = [
    ...table.indexes,
    ...table.constraints.filter(item => item.kind !== 'primary' && item.kind !== 'foreign'),
  ]
  if (members.length === 0) return
  const name = tape.pick(members).name
  put(draft, {
    ...table,
    indexes: table.indexes.filter(item => item.name !== name),
    constraints: table.constraints.filter(item => item.name !== name),
  })
}

/** Change comment. */
export function changeComment(draft: Draft, tape: Tape): void {
  const table = anyTable(draft, tape)
  if (table !== undefined) put(draft, { ...table, comment: tape.pick(['Changed', "It's new"]) })
}
