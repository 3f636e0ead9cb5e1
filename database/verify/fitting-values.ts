import type { Connection } from '../connection.ts'
import type { Parents } from './draw-links.ts'
import { type DrawnRow, literal } from './draw-row.ts'
import type { Condition, FillColumn, FillTable } from './fill-table.ts'
import { hintedValues } from './hinted-values.ts'
import { LIKELY_TEXTS } from './likely-texts.ts'
import { choicesThatFit, literalsThatFit } from './probe-values.ts'
import type { Random } from './random.ts'

/** Values for some columns of a table that together pass what is asked of these columns, in SQL. */
export interface Fitting {
  readonly columns: readonly string[]
  readonly choices: readonly (readonly string[])[]
}

/** What is needed to find values that fit. */
export interface FittingSource {
  readonly connection: Connection
  readonly parents: Parents
  readonly random: Random
  /** What was found, by table and columns. */
  readonly fitting: Map<FillTable, Map<string, Fitting>>
}

const MOST_CHOICES = 250
const NUMBERED = 12
/** A key needs many values that differ. */
const NUMBERED_KEYS = 120

/**
 * Asks the database which of many likely values some columns can have: each column alone, or together where a condition binds
 * them. The answer is kept.
 */
export async function fittingValues(
  source: FittingSource,
  table: FillTable,
  names: readonly string[],
  extra: readonly Condition[] = [],
): Promise<readonly Fitting[]> {
  const conditions = [...table.conditions, ...extra].filter(
    ({ columns }) => columns.length > 0 && columns.every(column => names.includes(column)),
  )
  const found: Fitting[] = []
  for (const columns of groupsOf(names, conditions)) {
    const own = conditions.filter(condition => condition.columns.every(column => columns.includes(column)))
    const picky = columns.some(name => table.columns.find(column => column.name === name)?.picky)
    if (own.length === 0 && !picky) continue
    found.push(await findOnce(source, table, columns, own))
  }
  return found.filter(({ choices }) => choices.length > 0)
}

/** Puts values that fit into a row. */
export function setFitting(row: DrawnRow, { columns, choices }: Fitting, choice: number): void {
  for (const [at, value] of choices[choice]!.entries()) row.set(columns[at]!, value)
}

/** The columns that conditions bind together. */
function groupsOf(names: readonly string[], conditions: readonly Condition[]): readonly (readonly string[])[] {
  let groups = names.map(name => [name])
  for (const { columns } of conditions) {
    const bound = groups.filter(group => group.some(name => columns.includes(name)))
    if (bound.length > 1) groups = [...groups.filter(group => !bound.includes(group)), bound.flat()]
  }
  return groups
}

async function findOnce(
  source: FittingSource,
  table: FillTable,
  columns: readonly string[],
  conditions: readonly Condition[],
): Promise<Fitting> {
  const known = source.fitting.get(table) ?? new Map<string, Fitting>()
  source.fitting.set(table, known)
  const key = JSON.stringify([columns, conditions.map(({ sql }) => sql)])
  if (!known.has(key)) known.set(key, { columns, choices: await find(source, table, columns, conditions) })
  return known.get(key)!
}

async function find(
  { connection, parents, random }: FittingSource,
  table: FillTable,
  names: readonly string[],
  conditions: readonly Condition[],
): Promise<readonly (readonly string[])[]> {
  const columns = names.map(name => table.columns.find(column => column.name === name)!)
  if (columns.some(column => column === undefined)) return []
  const candidates: Candidates[] = []
  for (const column of columns) candidates.push(await candidatesFor(table, column, conditions, parents, connection))
  const choices = combine(candidates, random)
  const dialect = connection.dialect
  const asked = { table, columns: names, conditions: conditions.map(({ sql }) => sql) }
  const sql = (text: string | null, at: number) => (text === null ? 'null' : literal(text, columns[at]!, dialect))
  if (dialect === 'postgres') return (await choicesThatFit(connection, asked, choices)).map(choice => choice.map(sql))
  return literalsThatFit(
    connection,
    asked,
    choices.map(choice => choice.map(sql)),
  )
}

/** Values of a column: those that the conditions speak of, and others. */
interface Candidates {
  readonly likely: readonly (string | null)[]
  readonly others: readonly (string | null)[]
}

async function candidatesFor(
  table: FillTable,
  column: FillColumn,
  conditions: readonly Condition[],
  parents: Parents,
  { dialect }: Connection,
): Promise<Candidates> {
  const link = table.foreign.find(key => key.columns.includes(column.name))
  if (link !== undefined) {
    const place = link.columns.indexOf(column.name)
    const keys = (await parents.of(link)).map(values => textOf(values[place]!))
    return { likely: keys, others: column.nullable ? [null] : [] }
  }
  const { pool } = column
  const hints = conditions.filter(({ columns }) => columns.includes(column.name)).map(condition => condition.hints)
  const numbered = Array.from({ length: column.unique ? NUMBERED_KEYS : NUMBERED }, (_, at) => pool.nth(at + 1))
  const guessed =
    pool.family === 'text' ? LIKELY_TEXTS.filter(text => text.length <= (pool.longest ?? text.length)) : []
  return {
    likely: [...new Set([...hints.flatMap(hint => hintedValues(pool, hint, dialect)), ...column.hinted])],
    others: [...new Set([...numbered, ...pool.edges, ...guessed]), ...(column.nullable ? [null] : [])],
  }
}

/** The text of a literal that the database wrote: `'it''s'`, `E'\\\\x00'` of Postgres, `X'00'` of SQLite. */
function textOf(literal: string): string {
  const [, sign = '', inner] = /^([EX]?)'(.*)'$/s.exec(literal) ?? []
  if (inner === undefined) return literal
  const text = inner.replaceAll("''", "'")
  return sign === 'E' ? text.replaceAll('\\\\', '\\') : text
}

function combine(candidates: readonly Candidates[], random: Random): readonly (readonly (string | null)[])[] {
  const [first] = candidates
  if (candidates.length === 1) return [...first!.likely, ...first!.others].slice(0, MOST_CHOICES).map(text => [text])
  const draw = ({ likely, others }: Candidates) => {
    const from = others.length === 0 || (likely.length > 0 && !random.once(3)) ? likely : others
    return from.length === 0 ? null : random.pick(from)
  }
  const made = Array.from({ length: MOST_CHOICES }, () => candidates.map(draw))
  return [...new Map(made.map(choice => [JSON.stringify(choice), choice])).values()]
}
