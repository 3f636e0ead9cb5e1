import { descendantsOf, parentsOf } from '../../../compiler/schema/inheritance.ts'
import { nameText } from '../../../compiler/schema/name.ts'
import type { PartitionBound, PartitionBy } from '../../../compiler/schema/partition.ts'
import type { Draft, Schema } from '../../../compiler/schema/schema.ts'
import { headOf, type Table } from '../../../compiler/schema/table.ts'
import { applyStep } from '../../../compiler/steps/apply.ts'
import { builtin, fresh, takenRelation, withConstraint, withIndex } from '../random-schema.ts'
import type { Tape } from '../tape.ts'
import { dropReaders } from './drops.ts'
import { type Notes, oldTable, put } from './notes.ts'
import type { Rarity } from './rarity.ts'

const NAMES = ['events', 'Odd Parts', 'measures']

const isRoot = (table: Table) => table.partitionBy !== undefined && table.partitionOf === undefined
const roots = (draft: Draft) => [...draft.tables.values()].filter(isRoot)
const partitions = (draft: Draft) => [...draft.tables.values()].filter(table => table.partitionOf !== undefined)

/** A plain table that can be divided: its first columns are those of a table that `add` makes. */
function isDividable(table: Table): boolean {
  const type = table.columns[1]?.type.all
  const isPlain = table.only === 'postgres' && table.partitionBy === undefined && parentsOf(table).length === 0
  return isPlain && table.columns[0]?.name === 'id' && type?.kind === 'builtin' && type.name === 'text'
}

/** Divided tables whose partitions take every row, and plain ones that can become such. */
export const divided: Rarity = {
  add: (draft, tape) => {
    const name = { name: fresh(tape, NAMES, one => takenRelation(draft, one)) }
    let table: Table = {
      name,
      columns: [
        { name: 'id', type: { all: builtin('int') }, nullable: false },
        { name: 'kind', type: { all: builtin('text') }, nullable: false },
        { name: 'n', type: { all: builtin('int') }, nullable: true, default: { kind: 'number', text: '7' } },
      ],
      constraints: [],
      indexes: [],
      only: 'postgres',
    }
    if (tape.chance(2)) table = withConstraint(table, { kind: 'primary', name: '', columns: ['id', 'kind'] })
    if (tape.chance(2)) table = withIndex(table, { name: '', keys: [{ column: 'n' }] })
    if (tape.chance(4)) table = withConstraint(table, { kind: 'check', name: 'small', sql: { all: 'n < 1000' } })
    if (tape.chance(5)) applyStep(draft, { kind: 'create table', table })
    else {
      const { only, ...head } = table
      createDivided(draft, tape, {
        ...head,
        partitionBy: randomDivision(table, tape),
        ...(!tape.chance(2) && { only }),
      })
    }
  },
  edits: [
    addPartition,
    addPartition,
    dropPartition,
    detach,
    detach,
    attach,
    moveBounds,
    moveBounds,
    divideAnew,
    divideAnew,
  ],
  isIn: draft => roots(draft).length > 0 || draft.tables.values().some(isDividable),
}

function randomDivision(table: Table, tape: Tape): PartitionBy {
  const kind = table.columns[1]!.name
  return tape.pick<PartitionBy>([
    { strategy: 'range', keys: [{ column: 'id' }] },
    { strategy: 'list', keys: [{ column: kind }] },
    { strategy: 'hash', keys: [{ column: 'id' }] },
    { strategy: 'range', keys: [{ column: 'id' }, { column: kind }] },
  ])
}

/** Bounds that together take every row. */
function allBounds({ strategy, keys }: PartitionBy, tape: Tape): readonly PartitionBound[] {
  const rest: PartitionBound = { kind: 'default' }
  if (strategy === 'hash') {
    return ['0', '1'].map(remainder => ({ kind: 'hash', modulus: '2', remainder }) as const)
  }
  if (strategy === 'list') return [{ kind: 'list', values: ["'a0'", "'b'"] }, rest]
  const values = (first: string) => [first, ...keys.slice(1).map(() => 'minvalue')]
  const range = (from: string, to: string) => ({ kind: 'range', from: values(from), to: values(to) }) as const
  if (keys.length > 1 || tape.chance(2)) return [range('0', '12'), rest]
  return [range('minvalue', '12'), range('12', 'maxvalue')]
}

function createDivided(draft: Draft, tape: Tape, created: Table): void {
  applyStep(draft, { kind: 'create table', table: created })
  const table = draft.tables.get(nameText(created.name))!
  for (const bound of allBounds(table.partitionBy!, tape)) createPartition(draft, tape, table, bound)
}

function createPartition(draft: Draft, tape: Tape, parent: Table, bound: PartitionBound): void {
  const names = [1, 2, 3].map(one => `${parent.name.name}_${one}`)
  const name = { name: fresh(tape, names, one => takenRelation(draft, one)) }
  const partitionOf = { parent: parent.name, bound }
  const table: Table = { name, columns: [], constraints: [], indexes: [], partitionOf, only: 'postgres' }
  const kind = parent.columns[1]!.name
  if (parent.partitionOf === undefined && tape.chance(5)) {
    createDivided(draft, tape, { ...table, partitionBy: { strategy: 'list', keys: [{ column: kind }] } })
    return
  }
  const own = tape.chance(3)
    ? withIndex(table, { name: '', keys: [{ column: kind }, { column: 'id', desc: true }] })
    : table
  applyStep(draft, { kind: 'create table', table: own })
}

function farBound({ strategy, keys }: PartitionBy, tape: Tape): PartitionBound | undefined {
  const first = 5000 + tape.next(5) * 100
  if (strategy === 'list') return { kind: 'list', values: [`'z${first}'`, ...(tape.chance(2) ? [`'y${first}'`] : [])] }
  if (strategy === 'hash') return undefined
  const values = (value: number) => [String(value), ...keys.slice(1).map(() => 'minvalue')]
  return { kind: 'range', from: values(first), to: values(first + 100) }
}

const isFar = ({ partitionOf }: Table) => /[5-9]\d\d\d/.test(JSON.stringify(partitionOf?.bound))

/** Bounds of which no row and no other partition knows. */
function freeBound(draft: Draft, tape: Tape, parent: Table): PartitionBound | undefined {
  const brothers = partitions(draft).filter(one => nameText(one.partitionOf!.parent) === nameText(parent.name))
  const isOpen = brothers.some(one => JSON.stringify(one.partitionOf).includes('maxvalue'))
  const bound = isOpen ? undefined : farBound(parent.partitionBy!, tape)
  const number = /[5-9]\d\d\d/.exec(JSON.stringify(bound))?.[0]
  return brothers.some(one => number !== undefined && JSON.stringify(one.partitionOf!.bound).includes(number))
    ? undefined
    : bound
}

function addPartition(draft: Draft, tape: Tape): void {
  const parents = [...draft.tables.values()].filter(table => table.partitionBy !== undefined)
  if (parents.length === 0) return
  const parent = tape.pick(parents)
  const bound = freeBound(draft, tape, parent)
  if (bound !== undefined) createPartition(draft, tape, parent, bound)
}

function dropTree(draft: Draft, table: Table): void {
  for (const key of [...descendantsOf(draft.tables, nameText(table.name)).toReversed(), nameText(table.name)]) {
    const one = draft.tables.get(key)!
    draft.tables.delete(key)
    dropReaders(draft, one.name)
  }
}

/** Partitions whose rows nothing else moves: those of tables that are divided as they were. */
function settled(draft: Draft, notes: Notes, before: Schema): readonly Table[] {
  return partitions(draft).filter(one => isFar(one) || !isDividedAnew(notes, before, rootOf(draft, one)))
}

function rootOf(draft: Draft, table: Table): Table {
  const parent = table.partitionOf && draft.tables.get(nameText(table.partitionOf.parent))
  return parent === undefined ? table : rootOf(draft, parent)
}

function isDividedAnew(notes: Notes, before: Schema, { name, partitionBy }: Table): boolean {
  const old = oldTable(before, notes, name)
  return old !== undefined && old.partitionBy?.strategy !== partitionBy?.strategy
}

function dropPartition(draft: Draft, tape: Tape, notes: Notes, before: Schema): void {
  const list = settled(draft, notes, before)
  if (list.length > 0) dropTree(draft, tape.pick(list))
}

function withHead(draft: Draft, table: Table, to: Partial<ReturnType<typeof headOf>>): void {
  const head = Object.fromEntries(
    Object.entries({ ...headOf(table), ...to }).filter(([, value]) => value !== undefined),
  )
  applyStep(draft, { kind: 'alter table', table: table.name, from: headOf(table), to: head })
}

function detach(draft: Draft, tape: Tape, notes: Notes, before: Schema): void {
  const list = settled(draft, notes, before)
  if (list.length > 0) withHead(draft, tape.pick(list), { partitionOf: undefined } as never)
}

/** A table of the same columns, which has no rows, becomes a partition. */
function attach(draft: Draft, tape: Tape): void {
  const tables = [...draft.tables.values()]
  const pairs = tables
    .filter(isRoot)
    .flatMap(parent =>
      tables
        .filter(one => isDividable(one) && sameColumns(one, parent) && one.name.name.endsWith('apart'))
        .map(one => [parent, one] as const),
    )
  if (pairs.length === 0) {
    apart(draft, tape)
    return
  }
  const [parent, table] = tape.pick(pairs)
  const bound = freeBound(draft, tape, parent)
  if (bound !== undefined) withHead(draft, table, { partitionOf: { parent: parent.name, bound } })
}

function sameColumns(a: Table, b: Table): boolean {
  return JSON.stringify(a.columns) === JSON.stringify(b.columns)
}

/** A table beside a divided one that looks the same. */
function apart(draft: Draft, tape: Tape): void {
  const list = roots(draft)
  if (list.length === 0) return
  const { partitionBy: _by, ...parent } = tape.pick(list)
  const name = { name: `${parent.name.name} apart` }
  if (takenRelation(draft, name.name)) return
  applyStep(draft, { kind: 'create table', table: { ...parent, name, constraints: [], indexes: [] } })
}

function moveBounds(draft: Draft, tape: Tape): void {
  const list = partitions(draft).filter(isFar)
  if (list.length === 0) return
  const table = tape.pick(list)
  const parent = draft.tables.get(nameText(table.partitionOf!.parent))!
  const bound = freeBound(draft, tape, parent)
  if (bound !== undefined) withHead(draft, table, { partitionOf: { parent: parent.name, bound } })
}

function divideAnew(draft: Draft, tape: Tape, notes: Notes, before: Schema): void {
  const list = [...draft.tables.values()].filter(table => isRoot(table) || isDividable(table))
  if (list.length === 0) return
  const table = tape.pick(list)
  const next: PartitionBy | undefined = isRoot(table) && tape.chance(3) ? undefined : randomDivision(table, tape)
  const old = oldTable(before, notes, table.name)
  if (old !== undefined && old.partitionBy?.strategy === next?.strategy) return
  for (const key of descendantsOf(draft.tables, nameText(table.name)).toReversed()) {
    const one = draft.tables.get(key)
    if (one !== undefined) dropTree(draft, one)
  }
  const { partitionBy: _by, ...plain } = draft.tables.get(nameText(table.name))!
  put(draft, { ...plain, ...(next && { partitionBy: next }) })
  if (next === undefined) return
  const root = draft.tables.get(nameText(table.name))!
  for (const bound of allBounds(next, tape)) createPartition(draft, tape, root, bound)
}
