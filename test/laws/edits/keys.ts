import type { Constraint } from '../../../compiler/schema/constraint.ts'
import type { Draft } from '../../../compiler/schema/schema.ts'
import { builtin, fresh, withConstraint } from '../random-schema.ts'
import type { Tape } from '../tape.ts'
import { anyOrdinary, put } from './notes.ts'
import type { Rarity } from './rarity.ts'

const CONFLICTS = [undefined, 'ignore', 'replace', 'rollback', 'fail'] as const

/** What SQLite alone knows of keys: conflict clauses, and foreign keys to tables that are not there. */
export const keys: Rarity = {
  add: (draft, tape) => tape.pick([conflict, nullConflict, missing])(draft, tape),
  edits: [conflict, conflict, nullConflict, missing],
  isIn: draft => draft.tables.size > 0,
}

function conflict(draft: Draft, tape: Tape): void {
  const table = anyOrdinary(draft, tape)
  const list = table?.constraints.filter(one => one.kind === 'primary' || one.kind === 'unique') ?? []
  if (table === undefined || list.length === 0) return
  const one = tape.pick(list) as Constraint & { kind: 'primary' | 'unique' }
  const { conflict: _conflict, ...rest } = one
  const clause = tape.pick(CONFLICTS)
  const isTwin = (other: Constraint) => other !== one && 'columns' in other && `${other.columns}` === `${one.columns}`
  if (one.deferrable !== undefined || table.constraints.some(isTwin)) return
  const next = { ...rest, ...(clause && { conflict: clause }) } as Constraint
  put(draft, { ...table, constraints: table.constraints.map(item => (item === one ? next : item)) })
}

function nullConflict(draft: Draft, tape: Tape): void {
  const table = anyOrdinary(draft, tape)
  const list = table?.columns.filter(one => !one.nullable && one.name !== 'id' && !one.generated) ?? []
  if (table === undefined || list.length === 0) return
  const column = tape.pick(list)
  const { nullConflict: _conflict, ...rest } = column
  const clause = tape.pick(CONFLICTS)
  const next = { ...rest, ...(clause && { nullConflict: clause }) }
  put(draft, { ...table, columns: table.columns.map(one => (one === column ? next : one)) })
}

function missing(draft: Draft, tape: Tape): void {
  const table = anyOrdinary(draft, tape)
  if (table === undefined) return
  const name = fresh(tape, ['lost', 'Odd Lost'], one => table.columns.some(column => column.name === one))
  const column = { name, type: { all: builtin('int') }, nullable: true, only: 'sqlite' as const }
  const target = { name: 'nowhere' }
  const link: Constraint = {
    kind: 'foreign',
    name: '',
    columns: [name],
    target,
    targetColumns: [],
    missing: true,
    only: 'sqlite',
  }
  put(draft, withConstraint({ ...table, columns: [...table.columns, column] }, link))
}
