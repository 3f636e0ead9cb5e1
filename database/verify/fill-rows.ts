import type { Connection } from '../connection.ts'
import { beginRing } from './begin-ring.ts'
import { readParents } from './draw-links.ts'
import type { Manner } from './draw-row.ts'
import { fillOrder } from './fill-order.ts'
import type { FillTable } from './fill-table.ts'
import { insertRows, type Wishes } from './insert-rows.ts'
import { linkLater } from './link-later.ts'
import { partitionBounds } from './partition-bounds.ts'
import type { Random } from './random.ts'
import { draftOf, noteRefusal, type RowDraft, type RowSource, redraw } from './row-draft.ts'
import { tablesWithoutRows } from './tables-without-rows.ts'
import { lacksParents, type Reason } from './why-refused.ts'

/** What to put in, and how. */
export interface Filling {
  readonly connection: Connection
  /** All tables of the schema, for what rows can point to. */
  readonly tables: readonly FillTable[]
  /** The keys of those that get rows. */
  readonly chosen: ReadonlySet<string>
  readonly manner: Manner
  readonly random: Random
  /** The last number that the rows of a table were given, by its key; kept from one go to the next. */
  readonly numbers: Map<string, number>
  /** At most so many rows for each table. */
  readonly most?: number
  /** Tables that get none, not even for a ring. */
  readonly without?: ReadonlySet<string>
  readonly wishes?: Wishes
}

/** A table that got no rows, and why. */
export interface Unfilled extends Omit<Reason, 'text'> {
  readonly table: string
  readonly reason: string
}

interface Work extends Filling, RowSource {
  /** Why the first rows of a ring could not be put in, by the tables of the ring. */
  readonly stuck: Map<FillTable, Reason>
  readonly byKey: ReadonlyMap<string, FillTable>
}

const LEAST_TRIES = 40
const TRIES_A_MEMBER = 20
/** So often a row is tried after one that could not be put in: the values of a key may be used up. */
const AFTER_FAILURE = 40
const MOST_TAKEN = 30
/** So many rows of each table of a ring begin it. */
const RING_ROWS = 3

const SWALLOWED: Reason = {
  text: 'the database took them and kept none: a trigger, a rule or a policy lets them vanish',
  cause: 'code',
}

/** Puts generated rows into tables, drawing again what the database refuses; answers the tables that got none. */
export async function fillRows(filling: Filling): Promise<readonly Unfilled[]> {
  const { tables, chosen, connection, random } = filling
  const byKey = new Map(tables.map(table => [table.key, table]))
  const parents = readParents(connection, byKey)
  const bounds = await partitionBounds(connection, tables, random)
  const work: Work = { ...filling, byKey, parents, bounds, taken: new Map(), fitting: new Map(), stuck: new Map() }
  const order = fillOrder(tables)
  const rings = new Map(order.rings.flatMap(ring => ring.map(table => [table, ring] as const)))
  const unfilled = new Map<FillTable, Reason>()
  for (const table of order.tables) {
    const ring = rings.get(table)
    if (ring?.some(({ key }) => chosen.has(key))) await startRing(work, ring, rings)
    if (!chosen.has(table.key)) continue
    const reason = await fillTable(work, table)
    changed(work, table)
    if (reason !== undefined) unfilled.set(table, work.stuck.get(table) ?? reason)
  }
  await linkLater(work, order.tables)
  const taken = order.tables.filter(table => work.taken.has(table) && !unfilled.has(table))
  for (const table of await tablesWithoutRows(connection, taken)) unfilled.set(table, SWALLOWED)
  return order.tables.flatMap(table => {
    const found = unfilled.get(table)
    if (found === undefined) return []
    const { text, ...rest } = found
    return [{ table: table.key, reason: text, ...rest }]
  })
}

/** The first rows of tables whose rows must point to each other go in together, once all that they stand on is there. */
async function startRing(work: Work, ring: readonly FillTable[], rings: Map<FillTable, unknown>): Promise<void> {
  for (const table of ring) rings.delete(table)
  if (ring.some(({ key }) => work.without?.has(key))) return
  for (let row = 0; row < Math.min(RING_ROWS, work.most ?? RING_ROWS); row++) {
    const reason = await beginRing(work, ring, row)
    if (reason === undefined) for (const table of ring) changed(work, table)
    if (reason === undefined) continue
    const names = ring.map(({ key }) => key).join(', ')
    if (row === 0)
      for (const table of ring)
        work.stuck.set(table, { ...reason, text: `rows of ${names} must point to each other; ${reason.text}` })
    return
  }
}

/** A partition has rows of the tables that it is part of. */
function changed({ parents, byKey }: Work, table: FillTable): void {
  for (let one: FillTable | undefined = table; one !== undefined; one = byKey.get(one.partitionOf ?? ''))
    parents.changed(one.key)
}

async function fillTable(work: Work, table: FillTable): Promise<Reason | undefined> {
  const wanted = Math.min(table.rows, work.most ?? table.rows)
  const enough = LEAST_TRIES + TRIES_A_MEMBER * table.members.size
  let last: Reason | undefined
  let done = 0
  for (let row = 0; row < wanted; row++) {
    const refused = await addRow(work, table, row, done === row ? enough : done === 0 ? 3 : AFTER_FAILURE)
    if (refused === undefined) done++
    else last = refused
    if (row === 0 && refused?.cause === 'parents') break
  }
  return done > 0 ? undefined : await reasonFor(work, table, last)
}

/** A table that has rows from before does not lack any. */
async function reasonFor(
  { connection }: Work,
  table: FillTable,
  reason: Reason | undefined,
): Promise<Reason | undefined> {
  const there = await connection.query(`select 1 as one from ${table.sql} limit 1`)
  return there.length > 0 ? undefined : reason
}

/** Puts in one row; answers why the database would not have it, after so many tries. */
async function addRow(work: Work, table: FillTable, at: number, tries: number): Promise<Reason | undefined> {
  const number = (work.numbers.get(table.key) ?? 0) + 1
  work.numbers.set(table.key, number)
  const draft = draftOf(table, at, number)
  while (draft.tries < tries) {
    const lacks = await redraw(work, draft)
    if (lacks !== undefined) return lacksParents(lacks)
    const error = await insertRows(work.connection, [draft], work.wishes).then(
      () => undefined,
      (error: Error) => error,
    )
    if (error === undefined) return void keepTaken(work, draft)
    noteRefusal(draft, error)
  }
  return draft.refused.reason
}

function keepTaken({ taken, parents }: Work, { table, row }: RowDraft): void {
  if (table.foreign.some(key => key.parent === table.key)) parents.changed(table.key)
  const columns = taken.get(table) ?? new Map<string, string[]>()
  taken.set(table, columns)
  for (const [column, value] of row) {
    const values = columns.get(column) ?? []
    if (values.length < MOST_TAKEN && !values.includes(value)) columns.set(column, [...values, value])
  }
}
