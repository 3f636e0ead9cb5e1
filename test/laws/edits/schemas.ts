import { nameText, type QName } from '../../../compiler/schema/name.ts'
import { idOf, labelOf } from '../../../compiler/schema/objects/object-key.ts'
import type { Draft, Schema } from '../../../compiler/schema/schema.ts'
import { applyStep } from '../../../compiler/steps/apply.ts'
import type { Tape } from '../tape.ts'
import { moveNotes, type Notes, place, untouched } from './notes.ts'
import type { Rarity } from './rarity.ts'

const audit = { name: 'audit', only: 'postgres' } as const

/** A schema of the database, and what moves into it and out of it. */
export const schemas: Rarity = {
  add: draft => {
    draft.schemas.set('audit', audit)
  },
  edits: [moveTable, moveTable, moveObject, moveObject, moveEnum],
  isIn: draft => draft.schemas.has('audit'),
}

const away = ({ schema, name }: QName): QName => (schema === undefined ? { schema: 'audit', name } : { name })

function moveTable(draft: Draft, tape: Tape, notes: Notes, before: Schema): void {
  const list = [...draft.tables.values()].filter(
    ({ name, only }) =>
      only === 'postgres' && before.tables.has(nameText(name)) && untouched(notes, 'table', undefined, nameText(name)),
  )
  if (list.length === 0) return
  const from = tape.pick(list).name
  const to = away(from)
  if (draft.tables.has(nameText(to)) || before.tables.has(nameText(to))) return
  applyStep(draft, { kind: 'rename table', from, to })
  moveNotes(notes, nameText(from), nameText(to))
  notes.renames.push({ kind: 'table', from: nameText(from), to: nameText(to), place })
}

function moveObject(draft: Draft, tape: Tape, notes: Notes, before: Schema): void {
  const list = [...draft.objects].filter(
    ([key, { kind, ...one }]) =>
      ['function', 'procedure', 'sequence', 'materialized view', 'composite', 'range'].includes(kind) &&
      !(kind === 'sequence' && 'owner' in one) &&
      before.objects.has(key) &&
      untouched(notes, kind, undefined, labelOf(idOf({ kind, ...one } as never))),
  )
  if (list.length === 0) return
  const [, object] = tape.pick(list)
  const from = idOf(object)
  const to = { ...from, name: away(from.name) }
  if ([draft, before].some(one => one.objects.has(`${to.kind} ${labelOf(to)}`))) return
  applyStep(draft, { kind: 'rename object', from, to })
  for (const [at, hint] of notes.renames.entries()) {
    if (hint.kind === 'field' && hint.in === labelOf(from)) notes.renames[at] = { ...hint, in: labelOf(to) }
  }
  notes.renames.push({ kind: object.kind, from: labelOf(from), to: labelOf(to), place })
}

function moveEnum(draft: Draft, tape: Tape, notes: Notes, before: Schema): void {
  const list = [...draft.enums.values()].filter(
    ({ name }) => before.enums.has(nameText(name)) && untouched(notes, 'enum', undefined, nameText(name)),
  )
  if (list.length === 0 || notes.moves.length > 0 || notes.renames.some(hint => hint.kind === 'enum value')) return
  const from = tape.pick(list).name
  const to = away(from)
  if (draft.enums.has(nameText(to)) || before.enums.has(nameText(to))) return
  applyStep(draft, { kind: 'rename enum', from, to })
  notes.renames.push({ kind: 'enum', from: nameText(from), to: nameText(to), place })
}
