import type { Connection } from '../connection.ts'
import { type Drawing, type DrawnRow, literal } from './draw-row.ts'
import { type FillTable, quoted } from './fill-table.ts'

/** The keys that rows of other tables can point to: SQL of their columns, read from the database. */
export interface Parents {
  readonly of: (key: FillTable['foreign'][number]) => Promise<readonly (readonly string[])[]>
  /** Forgets what was read of a table, which has more rows now. */
  readonly changed: (table: string) => void
}

const MOST_PARENTS = 200

/** Reads the keys of parents when they are asked for. `tables` are those that can be pointed to, by key. */
export function readParents(connection: Connection, tables: ReadonlyMap<string, FillTable>): Parents {
  const known = new Map<string, Map<string, readonly (readonly string[])[]>>()
  return {
    of: async ({ parent, targetColumns }) => {
      const table = tables.get(parent)
      if (table === undefined) return []
      const ofTable = known.get(parent) ?? new Map<string, readonly (readonly string[])[]>()
      known.set(parent, ofTable)
      const name = targetColumns.join('\n')
      if (!ofTable.has(name)) ofTable.set(name, await readKeys(connection, table, targetColumns))
      return ofTable.get(name)!
    },
    changed: table => known.delete(table),
  }
}

async function readKeys(
  connection: Connection,
  table: FillTable,
  columns: readonly string[],
): Promise<readonly (readonly string[])[]> {
  const shown = (column: string) =>
    connection.dialect === 'postgres' ? `quote_literal(${quoted(column)}::text)` : `quote(${quoted(column)})`
  const list = columns.map((column, at) => `${shown(column)} as c${at}`).join(', ')
  const there = columns.map(column => `${quoted(column)} is not null`).join(' and ')
  const order = columns.map((_, at) => at + 1).join(', ')
  // A key holds to the rows of the table itself, not to those of heirs (Inheritance, Caveats).
  const only = connection.dialect === 'postgres' && !table.divided ? 'only ' : ''
  const rows = await connection.query(
    `select distinct ${list} from ${only}${table.sql} where ${there} order by ${order} limit ${MOST_PARENTS}`,
  )
  return rows.map(row => columns.map((_, at) => String(row[`c${at}`])))
}

/**
 * Draws the foreign keys of a row, or those of some columns anew. Answers the table that is pointed to when it has no rows
 * and the key cannot be null: no row can be drawn then.
 */
export async function drawLinks(
  row: DrawnRow,
  table: FillTable,
  anew: ReadonlySet<string>,
  drawing: Drawing,
  parents: Parents,
): Promise<string | undefined> {
  const fixed = new Set(table.columns.map(column => column.name).filter(name => !anew.has(name)))
  for (const key of table.foreign) {
    if (!key.columns.some(column => anew.has(column))) continue
    const lacks = await drawLink(row, table, key, fixed, drawing, parents)
    if (lacks !== undefined) return lacks
    for (const column of key.columns) fixed.add(column)
  }
  return undefined
}

async function drawLink(
  row: DrawnRow,
  table: FillTable,
  key: FillTable['foreign'][number],
  fixed: ReadonlySet<string>,
  { dialect, manner, random, row: at, number, tries }: Drawing,
  parents: Parents,
): Promise<string | undefined> {
  const optional = key.columns.filter(name => table.columns.find(column => column.name === name)?.nullable)
  const found = await parents.of(key)
  const none = () => {
    const dropped =
      key.match === 'full' ? key.columns : optional.filter(name => !fixed.has(name) || row.get(name) === 'null')
    for (const column of dropped) row.set(column, 'null')
  }
  if (optional.length > 0 && (found.length === 0 || (manner === 'wild' && random.once(4)))) return void none()
  const fitting = found.filter(values =>
    key.columns.every(
      (column, place) => !fixed.has(column) || row.get(column) === undefined || row.get(column) === values[place],
    ),
  )
  const chosen = fitting.length > 0 ? fitting : found
  if (chosen.length > 0) {
    const values = tries === 0 ? chosen[(manner === 'tame' ? number - 1 : at) % chosen.length]! : random.pick(chosen)
    for (const [place, column] of key.columns.entries()) row.set(column, values[place]!)
    return undefined
  }
  if (key.parent !== table.key) return key.parent
  for (const [place, column] of key.columns.entries()) {
    const goal = key.targetColumns[place]!
    const pool = table.columns.find(one => one.name === column)!
    if (!row.has(goal)) row.set(goal, literal(pool.pool.nth(number), pool, dialect))
    row.set(column, row.get(goal)!)
  }
  return undefined
}
