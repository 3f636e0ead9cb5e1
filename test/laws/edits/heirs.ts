import { parentsOf } from '../../../compiler/schema/inheritance.ts'
import { nameText } from '../../../compiler/schema/name.ts'
import type { Draft } from '../../../compiler/schema/schema.ts'
import { headOf, type Table } from '../../../compiler/schema/table.ts'
import { applyStep } from '../../../compiler/steps/apply.ts'
import { builtin, fresh, qualified, takenRelation, withConstraint, withIndex } from '../random-schema.ts'
import type { Tape } from '../tape.ts'
import { dropReaders } from './drops.ts'
import { put } from './notes.ts'
import type { Rarity } from './rarity.ts'

const NAMES = ['capitals', 'Odd Heirs', 'kin']

const heirsOf = (draft: Draft) => [...draft.tables.values()].filter(table => table.inherits !== undefined)

/** Tables that inherit from others. */
export const heirs: Rarity = {
  add: (draft, tape) => {
    const parents = [...draft.tables.values()].filter(
      table =>
        parentsOf(table).length === 0 &&
        table.partitionBy === undefined &&
        !table.unlogged &&
        !isInUniqueView(draft, table),
    )
    if (parents.length === 0) return
    const name = { name: fresh(tape, NAMES, one => takenRelation(draft, one)) }
    const inherits = [tape.pick(parents).name]
    const columns = tape.chance(3) ? [] : [{ name: 'own part', type: { all: builtin('int') }, nullable: true }]
    let table: Table = { name, columns, constraints: [], indexes: [], inherits, only: 'postgres' }
    if (columns.length > 0 && tape.chance(2)) table = withIndex(table, { name: '', keys: [{ column: 'own part' }] })
    if (tape.chance(3))
      table = withConstraint(table, { kind: 'check', name: 'fair heir', sql: { all: 'id is not null' } })
    applyStep(draft, { kind: 'create table', table })
  },
  edits: [dropHeir, disinherit, inheritAgain, ownColumn, ownDefault],
  isIn: draft => heirsOf(draft).length > 0,
}

/** Whether a materialized view reads the table and holds each of its rows to a number of its own. */
function isInUniqueView(draft: Draft, { name }: Table): boolean {
  return draft.objects
    .values()
    .some(
      one =>
        one.kind === 'materialized view' &&
        one.indexes.some(({ unique }) => unique) &&
        one.sql.all?.endsWith(` ${qualified(name)} t`),
    )
}

function anyHeir(draft: Draft, tape: Tape): Table | undefined {
  const list = heirsOf(draft)
  return list.length === 0 ? undefined : tape.pick(list)
}

function dropHeir(draft: Draft, tape: Tape): void {
  const table = anyHeir(draft, tape)
  if (table === undefined) return
  draft.tables.delete(nameText(table.name))
  dropReaders(draft, table.name)
}

/** It keeps its columns. */
function disinherit(draft: Draft, tape: Tape): void {
  const table = anyHeir(draft, tape)
  if (table === undefined) return
  const { inherits: _inherits, ...to } = headOf(table)
  applyStep(draft, { kind: 'alter table', table: table.name, from: headOf(table), to })
}

/** Another parent, or a second one. */
function inheritAgain(draft: Draft, tape: Tape): void {
  const table = anyHeir(draft, tape)
  if (table === undefined || draft.tables.has('roots')) return
  const column = { name: 'deep', type: { all: builtin('int') }, nullable: true }
  const root: Table = { name: { name: 'roots' }, columns: [column], constraints: [], indexes: [], only: 'postgres' }
  applyStep(draft, { kind: 'create table', table: root })
  const to = { ...headOf(table), inherits: [...table.inherits!, root.name] }
  applyStep(draft, { kind: 'alter table', table: table.name, from: headOf(table), to })
}

function ownColumn(draft: Draft, tape: Tape): void {
  const table = anyHeir(draft, tape)
  if (table === undefined || table.columns.some(column => column.name === 'more of it')) return
  const column = { name: 'more of it', type: { all: builtin('text') }, nullable: true }
  applyStep(draft, { kind: 'add column', table: table.name, column })
}

/** A default that its parent does not have. */
function ownDefault(draft: Draft, tape: Tape): void {
  const table = anyHeir(draft, tape)
  const column = table?.columns.find(
    one =>
      one.inherited !== undefined && one.type.all?.kind === 'builtin' && one.type.all.name === 'text' && !one.generated,
  )
  if (table === undefined || column === undefined) return
  const next = {
    ...column,
    inherited: false,
    default: { kind: 'string', value: tape.pick(['own', "it's own"]) },
  } as const
  put(draft, { ...table, columns: table.columns.map(one => (one === column ? next : one)) })
}
