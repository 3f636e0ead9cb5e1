import type { Connection } from '../connection.ts'
import { drawLinks, type Parents, type Promised, readParents } from './draw-links.ts'
import { type Drawing, type DrawnRow, drawColumns, freeColumns, type Manner } from './draw-row.ts'
import { fillOrder } from './fill-order.ts'
import { type FillTable, quoted } from './fill-table.ts'
import { linkLater } from './link-later.ts'
import type { Random } from './random.ts'
import { refusedColumns } from './refused-columns.ts'

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
  /** Conditions that rows must meet beside those of the tables, by table. */
  readonly wishes?: ReadonlyMap<string, readonly string[]>
}

/** A table that got no rows, and why. */
export interface Unfilled {
  readonly table: string
  readonly reason: string
}

interface Work extends Filling {
  readonly parents: Parents
  /** What each table has taken: SQL by column. */
  readonly taken: Map<FillTable, Map<string, string[]>>
}

const LEAST_TRIES = 40
const TRIES_A_MEMBER = 20
const MOST_TAKEN = 30
/** So often the columns of one check are drawn anew before the whole row is. */
const STUBBORN = 15

/** Puts generated rows into tables, drawing again what the database refuses; answers the tables that got none. */
export async function fillRows(filling: Filling): Promise<readonly Unfilled[]> {
  const { tables, chosen, connection } = filling
  const parents = readParents(connection, new Map(tables.map(table => [table.key, table])))
  const work: Work = { ...filling, parents, taken: new Map() }
  const order = fillOrder(tables)
  for (const ring of order.rings) if (ring.some(table => chosen.has(table.key))) await beginRing(work, ring)
  const unfilled: Unfilled[] = []
  for (const table of order.tables) {
    if (!chosen.has(table.key)) continue
    const reason = await fillTable(work, table)
    work.parents.changed(table.key)
    if (reason !== undefined) unfilled.push({ table: table.key, reason })
  }
  await linkLater(work, order.tables)
  return unfilled
}

async function fillTable(work: Work, table: FillTable): Promise<string | undefined> {
  const wanted = Math.min(table.rows, work.most ?? table.rows)
  let last: string | undefined
  let done = 0
  for (let row = 0; row < wanted; row++) {
    const refused = await addRow(
      work,
      table,
      row,
      row > 0 && done === 0 ? 3 : LEAST_TRIES + TRIES_A_MEMBER * table.members.size,
    )
    if (refused === undefined) done++
    else last = refused
    if (row === 0 && /^there are no rows in /.test(refused ?? '')) break
  }
  return done > 0 ? undefined : await reasonFor(work, table, last)
}

/** A table that has rows from before does not lack any. */
async function reasonFor(
  { connection }: Work,
  table: FillTable,
  reason: string | undefined,
): Promise<string | undefined> {
  const there = await connection.query(`select 1 as one from ${table.sql} limit 1`)
  return there.length > 0 ? undefined : reason
}

/** Puts in one row; answers why the database would not have it, after so many tries. */
async function addRow(
  work: Work,
  table: FillTable,
  at: number,
  tries: number,
  promised?: Promised,
): Promise<string | undefined> {
  const number = (work.numbers.get(table.key) ?? 0) + 1
  work.numbers.set(table.key, number)
  const row: DrawnRow = promised?.get(table.key) ?? new Map()
  const kept = new Set(row.keys())
  const free = freeColumns(table).filter(column => !kept.has(column.name))
  const all = table.columns.map(column => column.name).filter(name => !kept.has(name))
  let refused: Refused = { message: '', columns: all, times: 0 }
  for (let attempt = 0; attempt < tries; attempt++) {
    const anew = new Set(refused.times % STUBBORN === STUBBORN - 1 ? all : refused.columns)
    const drawing = drawingOf(work, table, at, number, attempt)
    drawColumns(
      row,
      free.filter(column => anew.has(column.name)),
      drawing,
    )
    const lacks = await drawLinks(row, table, anew, drawing, work.parents, promised)
    if (lacks !== undefined) return `there are no rows in ${lacks} to point to`
    const error = await insertRow(work, table, row).then(
      () => undefined,
      (error: Error) => error,
    )
    if (error === undefined) return void keepTaken(work, table, row)
    if (promised !== undefined) return error.message
    const columns = refusedColumns(error, table)
    const isSame = columns.join() === refused.columns.join()
    refused = { message: error.message, columns, times: isSame ? refused.times + 1 : 0 }
  }
  return refused.message
}

/** Why the last try failed, the columns that it was about, and how often it was these in a row. */
interface Refused {
  readonly message: string
  readonly columns: readonly string[]
  readonly times: number
}

function drawingOf(work: Work, table: FillTable, row: number, number: number, tries: number): Drawing {
  const { manner, random } = work
  return {
    dialect: work.connection.dialect,
    manner,
    random,
    row,
    number,
    tries,
    taken: work.taken.get(table) ?? new Map(),
  }
}

function keepTaken({ taken, parents }: Work, table: FillTable, row: DrawnRow): void {
  if (table.foreign.some(key => key.parent === table.key)) parents.changed(table.key)
  const columns = taken.get(table) ?? new Map<string, string[]>()
  taken.set(table, columns)
  for (const [column, value] of row) {
    const values = columns.get(column) ?? []
    if (values.length < MOST_TAKEN && !values.includes(value)) columns.set(column, [...values, value])
  }
}

async function insertRow({ connection, wishes }: Work, table: FillTable, row: DrawnRow): Promise<void> {
  const conditions = wishes?.get(table.key) ?? []
  const sql = insertion(table, row)
  if (conditions.length === 0) return connection.exec(sql)
  await connection.exec('begin')
  try {
    await connection.exec(sql)
    const test = conditions.map(condition => `coalesce((${condition}\n), true)`).join(' and ')
    const missed = await connection.query(`select 1 as one from ${table.sql} where not (${test}) limit 1`)
    if (missed.length > 0) throw new Error(`a row does not pass ${conditions.join(' and ')}`)
    await connection.exec('commit')
  } catch (error) {
    await connection.exec('rollback')
    throw error
  }
}

function insertion(table: FillTable, row: DrawnRow): string {
  const names = [...row.keys()]
  if (names.length === 0) return `insert into ${table.sql} default values`
  const overriding = names.some(name => table.made.has(name)) ? ' overriding system value' : ''
  return `insert into ${table.sql} (${names.map(quoted).join(', ')})${overriding} values (${[...row.values()].join(', ')})`
}

/** The first rows of tables whose rows must point to each other go in together, their keys checked at the end. */
async function beginRing(work: Work, ring: readonly FillTable[]): Promise<void> {
  const { connection } = work
  const defer = connection.dialect === 'postgres' ? 'set constraints all deferred' : 'pragma defer_foreign_keys = on'
  for (let attempt = 0; attempt < 10; attempt++) {
    const promised: Promised = new Map(ring.map(table => [table.key, new Map()]))
    await connection.exec('begin')
    await connection.exec(defer)
    let refused: string | undefined
    for (const table of ring) refused ??= await addRow(work, table, attempt, 1, promised)
    try {
      if (refused !== undefined) throw new Error(refused)
      await connection.exec('commit')
      for (const table of ring) work.parents.changed(table.key)
      return
    } catch {
      await connection.exec('rollback')
    }
  }
}
