import { nameText } from '../../../compiler/schema/name.ts'
import type { Draft, Schema } from '../../../compiler/schema/schema.ts'
import type { Value } from '../../../compiler/schema/value.ts'
import { arrayItem, mapArrayText } from '../../../compiler/sql/array-text.ts'
import { applyStep } from '../../../compiler/steps/apply.ts'
import { usesEnum } from '../../../compiler/steps/follow/rename-enum.ts'
import type { AlterEnum } from '../../../compiler/steps/step.ts'
import { fresh, VALUES } from '../random-schema.ts'
import type { Tape } from '../tape.ts'
import type { Notes } from './notes.ts'
import { place, put, untouched } from './notes.ts'

/** Any enum. */
export function anyEnum(draft: Draft, tape: Tape, before: Schema, notes: Notes) {
  const enums = [...draft.enums.values()].filter(
    item => before.enums.has(nameText(item.name)) && untouched(notes, 'enum', undefined, nameText(item.name)),
  )
  return enums.length === 0 ? undefined : tape.pick(enums)
}

/** Rename enum. */
export function renameEnum(draft: Draft, tape: Tape, notes: Notes, before: Schema): void {
  const found = anyEnum(draft, tape, before, notes)
  if (found === undefined || notes.renames.some(hint => hint.kind === 'enum value') || notes.moves.length > 0) return
  const to = {
    name: fresh(
      tape,
      ['kind', 'Phase'],
      name => draft.enums.has(nameText({ name })) || before.enums.has(nameText({ name })),
    ),
  }
  applyStep(draft, { kind: 'rename enum', from: found.name, to })
  notes.renames.push({ kind: 'enum', from: nameText(found.name), to: nameText(to), place })
}

/** Add value. */
export function addValue(draft: Draft, tape: Tape, notes: Notes, before: Schema): void {
  const found = anyEnum(draft, tape, before, notes)
  if (found === undefined) return
  const old = before.enums.get(nameText(found.name))!
  const value = fresh(tape, VALUES, name => found.values.includes(name) || old.values.includes(name))
  const values = found.values.toSpliced(tape.next(found.values.length + 1), 0, value)
  draft.enums.set(nameText(found.name), { ...found, values })
}

/** Alter. */
export function alter(draft: Draft, step: Omit<AlterEnum, 'kind'>): void {
  applyStep(draft, { kind: 'alter enum', ...step })
}

/** Rename value. */
export function renameValue(draft: Draft, tape: Tape, notes: Notes, before: Schema): void {
  const found = anyEnum(draft, tape, before, notes)
  if (found === undefined) return
  const key = nameText(found.name)
  const old = before.enums.get(key)!
  const values = found.values.filter(
    value =>
      old.values.includes(value) &&
      untouched(notes, 'enum value', key, value) &&
      !notes.moves.some(move => move.to === value),
  )
  if (values.length === 0) return
  const from = tape.pick(values)
  const to = fresh(tape, VALUES, name => found.values.includes(name) || old.values.includes(name))
  alter(draft, {
    from: found,
    to: { ...found, values: found.values.map(value => (value === from ? to : value)) },
    renames: [{ from, to }],
    moves: [],
  })
  for (const [at, fill] of notes.fills.entries()) notes.fills[at] = { ...fill, value: withValue(fill.value, from, to) }
  notes.renames.push({ kind: 'enum value', in: key, from, to, place })
}

/** Remove value. */
export function removeValue(draft: Draft, tape: Tape, notes: Notes, before: Schema): void {
  const found = anyEnum(draft, tape, before, notes)
  if (found === undefined || found.values.length < 2) return
  const key = nameText(found.name)
  const value = tape.pick(found.values)
  const old = before.enums.get(key)!
  if (
    !untouched(notes, 'enum value', key, value) ||
    notes.moves.some(move => move.to === value) ||
    !old.values.includes(value)
  )
    return
  if (notes.fills.some(fill => withValue(fill.value, value, '') !== fill.value)) return
  const to = tape.pick(found.values.filter(item => item !== value))
  draft.enums.set(key, { ...found, values: found.values.filter(item => item !== value) })
  for (const table of [...draft.tables.values()]) {
    const columns = table.columns.map(column => {
      if (!usesEnum(column.type, found.name) || column.default === undefined) return column
      return { ...column, default: withValue(column.default, value, to) }
    })
    put(draft, { ...table, columns })
  }
  notes.moves.push({ in: key, value, to, place })
}

/** A default or a fill with one value of an enum in the place of another. */
function withValue(value: Value, from: string, to: string): Value {
  if (value.kind === 'enum value') return value.value === from ? { kind: 'enum value', value: to } : value
  if (value.kind !== 'string') return value
  const text = mapArrayText(value.value, (item, written) => (item === from ? arrayItem(to) : written.text))
  return text === undefined || text === value.value ? value : { kind: 'string', value: text }
}

/** Reorder values. */
export function reorderValues(draft: Draft, tape: Tape, notes: Notes, before: Schema): void {
  const found = anyEnum(draft, tape, before, notes)
  if (found !== undefined) draft.enums.set(nameText(found.name), { ...found, values: found.values.toReversed() })
}
