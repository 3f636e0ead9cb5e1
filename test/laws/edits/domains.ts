import type { Column } from '../../../compiler/schema/column.ts'
import { columnsOf } from '../../../compiler/schema/constraint.ts'
import { typeObject } from '../../../compiler/schema/objects/type-object.ts'
import type { Draft } from '../../../compiler/schema/schema.ts'
import type { Type } from '../../../compiler/schema/type.ts'
import type { Tape } from '../tape.ts'
import { addType } from './made-types.ts'
import { anyTable, put } from './notes.ts'
import type { Rarity } from './rarity.ts'

const all = (draft: Draft) => [...draft.objects.values()].filter(one => one.kind === 'domain')
const same = (a: Type, b: Type) => JSON.stringify(a) === JSON.stringify(b)

/** Columns whose type becomes a domain, or what the domain is made of. */
export const domains: Rarity = {
  add: (draft, tape, before) => addType(draft, tape, before),
  edits: [toDomain, toDomain, fromDomain],
  isIn: draft => all(draft).length > 0,
}

function retype(draft: Draft, tape: Tape, next: (column: Column) => Type | undefined): void {
  const table = anyTable(draft, tape)
  if (table === undefined) return
  const bound = new Set(table.constraints.flatMap(columnsOf))
  const list = table.columns.filter(
    one =>
      one.name !== 'id' && !one.generated && !bound.has(one.name) && one.only === undefined && next(one) !== undefined,
  )
  if (list.length === 0) return
  const column = tape.pick(list)
  const changed = { ...column, type: { all: next(column)! } }
  put(draft, { ...table, columns: table.columns.map(one => (one === column ? changed : one)) })
}

function toDomain(draft: Draft, tape: Tape): void {
  const domain = tape.pick(all(draft))
  retype(draft, tape, ({ type }) =>
    same(type.all!, domain.type.all!) ? { kind: 'enum', name: domain.name } : undefined,
  )
}

function fromDomain(draft: Draft, tape: Tape): void {
  retype(draft, tape, ({ type }) => {
    const made = type.all?.kind === 'enum' ? typeObject(draft, type.all.name) : undefined
    return made?.kind === 'domain' ? made.type.all : undefined
  })
}
