import type { DialectName } from '../../compiler/schema/dialect.ts'
import type { FillColumn, FillTable } from './fill-table.ts'
import type { Random } from './random.ts'

/** A row to put in: SQL for each column that is given a value. */
export type DrawnRow = Map<string, string>

/** How rows are drawn: `wild` with everything a type allows, `tame` with plain values that differ from row to row. */
export type Manner = 'wild' | 'tame'

/** What is known while one row is drawn. */
export interface Drawing {
  readonly dialect: DialectName
  readonly manner: Manner
  readonly random: Random
  /** Which row of the table it is in this go, from 0. */
  readonly row: number
  /** A number that no other row of the table was given. */
  readonly number: number
  /** How often this row was refused before. */
  readonly tries: number
  /** SQL of values that the table has taken before, by column. */
  readonly taken: ReadonlyMap<string, readonly string[]>
}

/** A value in SQL. Postgres reads every type from a string; SQLite must be told numbers and bytes as such. */
export function literal(text: string, column: Pick<FillColumn, 'pool'>, dialect: DialectName): string {
  const { kind } = column.pool
  if (dialect === 'sqlite' && kind === 'number' && /^-?\d+(\.\d+)?(e\d+)?$/.test(text)) return text
  if (dialect === 'sqlite' && kind === 'blob')
    return /^([0-9a-f]{2})*$/i.test(text) ? `x'${text}'` : `cast(${inQuotes(text)} as blob)`
  return inQuotes(text)
}

function inQuotes(text: string): string {
  return `'${text.replaceAll("'", "''")}'`
}

/** Draws the columns of a row, or some of them anew; those of foreign keys are for `drawLinks`. */
export function drawColumns(row: DrawnRow, columns: readonly FillColumn[], drawing: Drawing): void {
  for (const column of columns) {
    const drawn = drawValue(column, drawing)
    if (drawn === undefined) row.delete(column.name)
    else row.set(column.name, drawn)
  }
}

/** The columns of a table that are given a value of their own. */
export function freeColumns(table: FillTable): readonly FillColumn[] {
  const linked = new Set(table.foreign.flatMap(key => key.columns))
  return table.columns.filter(column => !linked.has(column.name) && !column.counts)
}

/** The SQL of a value; undefined leaves it to the database. */
function drawValue(column: FillColumn, drawing: Drawing): string | undefined {
  const { manner, random, tries, dialect } = drawing
  if (leftOut(column.nullable, drawing)) return 'null'
  if (leftOut(column.hasDefault, drawing)) return undefined
  const taken = column.unique ? undefined : drawing.taken.get(column.name)
  if (tries > 0 && taken !== undefined && random.once(2)) return random.pick(taken)
  return literal(manner === 'tame' ? tameText(column, drawing) : wildText(column, drawing), column, dialect)
}

/** Whether a value is left out where it may be: in the second wild row always, now and then in others. */
function leftOut(may: boolean, { manner, random, row, tries }: Drawing): boolean {
  if (!may) return false
  if (tries > 0) return tries > (manner === 'tame' ? 3 : 0) && random.once(3)
  return manner === 'wild' && (row === 1 || (row > 1 && random.once(6)))
}

/** Plain values first; what checks suggest once a plain value was refused. */
function tameText({ pool, hinted }: FillColumn, { random, number, tries }: Drawing): string {
  if (tries === 0) return pool.nth(number)
  if (hinted.length > 0 && !random.once(4)) return random.pick(hinted)
  return random.once(2) || pool.edges.length === 0 ? pool.nth(random.below(1000)) : random.pick(pool.edges)
}

/** The edges of the type one after another, in turn with what checks suggest; an enum goes through all its values. */
function wildText(column: FillColumn, { random, row, number, tries }: Drawing): string {
  const { pool, hinted, unique } = column
  if (tries > 0) {
    if (hinted.length > 0 && !random.once(3)) return random.pick(hinted)
    if (pool.edges.length > 0 && random.once(2)) return random.pick(pool.edges)
    return pool.nth(tries > 4 ? random.below(100_000) : number)
  }
  if (pool.family === 'enum') return pool.nth(row)
  if (row === 0) return pool.nth(number)
  const turn = row - (column.nullable || column.hasDefault ? 2 : 1)
  if (hinted.length > 0 && turn % 2 === 1) return hinted[(turn >> 1) % hinted.length]!
  const edge = pool.edges[hinted.length > 0 ? turn >> 1 : turn]
  if (edge !== undefined) return edge
  return unique || pool.edges.length === 0 || random.once(2) ? pool.nth(number) : random.pick(pool.edges)
}
