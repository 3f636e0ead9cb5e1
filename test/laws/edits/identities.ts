import type { Column, Identity } from '../../../compiler/schema/column.ts'
import type { QName } from '../../../compiler/schema/name.ts'
import { nameText } from '../../../compiler/schema/name.ts'
import { objectKey } from '../../../compiler/schema/objects/object-key.ts'
import type { SequenceObject } from '../../../compiler/schema/objects/sequence.ts'
import type { Draft } from '../../../compiler/schema/schema.ts'
import type { Table } from '../../../compiler/schema/table.ts'
import { fresh, q, takenRelation } from '../random-schema.ts'
import type { Tape } from '../tape.ts'
import { anyOrdinary, put } from './notes.ts'
import type { Rarity } from './rarity.ts'

const NAMES = ['counter', 'Odd Counter', 'ids', 'more_ids']

const owned = (draft: Draft) =>
  [...draft.objects.values()].filter(one => one.kind === 'sequence').filter(one => one.owner !== undefined)

/** Columns that count: with options of their own, or by a sequence that they own. */
export const identities: Rarity = {
  add: (draft, tape) => tape.pick([changeOptions, ownSequence])(draft, tape),
  edits: [changeOptions, ownSequence, ownSequence, backToIdentity, backToIdentity],
  isIn: draft => draft.tables.values().some(table => keyOf(table) !== undefined) || owned(draft).length > 0,
}

const keyOf = (table: Table) => table.columns.find(column => column.name === 'id' && column.identity !== undefined)

function withKey(draft: Draft, table: Table, key: Column): void {
  put(draft, { ...table, columns: table.columns.map(one => (one.name === 'id' ? key : one)) })
}

function changeOptions(draft: Draft, tape: Tape): void {
  const table = anyOrdinary(draft, tape)
  const key = table && keyOf(table)
  if (table === undefined || key === undefined) return
  const identity: Identity = {
    always: tape.chance(2),
    ...(tape.chance(2) && { start: String(100 + tape.next(3)) }),
    ...(tape.chance(2) && { increment: String(2 + tape.next(3)) }),
    ...(tape.chance(3) && { min: '-5' }),
    ...(tape.chance(3) && { max: '90000' }),
    ...(tape.chance(3) && { cache: '10' }),
    ...(tape.chance(3) && { cycle: true as const }),
  }
  withKey(draft, table, { ...key, identity })
}

function isTaken(draft: Draft, name: string): boolean {
  return takenRelation(draft, name) || draft.objects.has(`sequence ${nameText({ name })}`)
}

/** The identity goes on as a sequence of its own. */
function ownSequence(draft: Draft, tape: Tape): void {
  const table = anyOrdinary(draft, tape)
  const key = table && keyOf(table)
  if (table === undefined || key === undefined) return
  const name: QName = { name: fresh(tape, NAMES, one => isTaken(draft, one)) }
  const type = key.type.all?.kind === 'builtin' && key.type.all.name === 'int' ? ({ type: 'int' } as const) : {}
  const sequence: SequenceObject = {
    kind: 'sequence',
    name,
    ...type,
    owner: { table: table.name, column: 'id' },
    only: 'postgres',
  }
  draft.objects.set(objectKey(sequence), sequence)
  const { identity: _identity, ...rest } = key
  withKey(draft, table, {
    ...rest,
    default: {
      kind: 'sql',
      sql: { postgres: `nextval('${name.name === 'Odd Counter' ? q(name.name) : name.name}')`, sqlite: '0' },
    },
  })
}

function backToIdentity(draft: Draft, tape: Tape): void {
  const list = owned(draft)
  if (list.length === 0) return
  const sequence = tape.pick(list)
  const table = draft.tables.get(nameText(sequence.owner!.table))
  const key = table?.columns.find(column => column.name === 'id')
  if (table === undefined || key?.default?.kind !== 'sql') return
  const { default: _default, ...rest } = key
  draft.objects.delete(objectKey(sequence))
  withKey(draft, table, { ...rest, identity: { always: false } })
}
