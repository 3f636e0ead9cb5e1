import { driftOf } from '../../database/verify/drift.ts'
import { lostRows, type TableDifference } from '../../database/verify/lost-rows.ts'
import { readRows, type TableRows } from '../../database/verify/read-rows.ts'
import {
  applySqlFile,
  type DialectName,
  type Direction,
  diff,
  EMPTY_SCHEMA,
  printStep,
  readSqlFile,
  type Schema,
  type StoredRevision,
} from '../../index.ts'
import type { DemoDatabase } from './demo-database.ts'

/** A revision to run, with the schema files' meaning before and after it. */
export interface Stage {
  readonly stored: StoredRevision
  readonly before: Schema
  readonly after: Schema
}

/** A revision that was run, and how each database took it. */
export interface Told extends Stage {
  readonly journeys: ReadonlyMap<DialectName, Travelled>
}

/** What running up, down and up again on one database came to. */
export interface Travelled {
  /** How long up, down and up again took. */
  readonly milliseconds: readonly number[]
  /** What did not hold; empty when all did. */
  readonly problems: readonly string[]
  /** The rows before, after up, after down, and after up again. */
  readonly rows: readonly TableRows[]
  /** How many of the rows that were there before were missing or changed at some moment. */
  readonly lost: number
}

/**
 * Runs the SQL files of a revision up, down and up again, and looks each time whether the catalog is that of a database
 * which never held anything else, and whether every row is still there with its values.
 */
export async function travel(database: DemoDatabase, stage: Stage): Promise<Travelled> {
  const { stored, before, after } = stage
  const wanted = { up: await freshCatalog(database, after), down: await freshCatalog(database, before) }
  const rows = [await rowsOf(database, before)]
  const milliseconds: number[] = []
  const problems: string[] = []
  let lost = 0
  for (const direction of ['up', 'down', 'up'] as const) {
    milliseconds.push(await runFile(database, stored, direction))
    const now = await rowsOf(database, direction === 'up' ? after : before)
    problems.push(...(await catalogProblems(database, wanted[direction], direction)))
    for (const { table, wanted, found } of differences(stage, rows[0]!, now, direction)) {
      problems.push(`${direction}: ${table} should hold ${wanted.join(' ')} and holds ${found.join(' ')}`)
      lost += wanted.filter(row => !found.includes(row)).length
    }
    rows.push(now)
  }
  return { milliseconds, problems, rows, lost }
}

/** Runs one SQL file of a revision, and says how many milliseconds that took. */
export async function runFile(
  { dialect, connection }: DemoDatabase,
  { folder, sql }: StoredRevision,
  direction: Direction,
): Promise<number> {
  const text = sql(dialect.name, direction)
  const name = `${folder}/${dialect.name}.${direction}.sql`
  if (text === undefined) throw new Error(`${name} is not there`)
  const start = performance.now()
  await applySqlFile(connection, readSqlFile(text), name)
  return performance.now() - start
}

/** All rows of the tables of a schema. */
export function rowsOf({ dialect, connection }: DemoDatabase, schema: Schema): Promise<TableRows> {
  return readRows(connection.query, dialect.name, schema)
}

/** The catalog of a database that never held anything but this schema. */
export async function freshCatalog({ dialect, empty }: DemoDatabase, schema: Schema): Promise<Schema> {
  const connection = await empty()
  for (const { sql } of dialect.render(diff(EMPTY_SCHEMA, schema), EMPTY_SCHEMA)) await connection.exec(sql)
  return dialect.inspect(connection.query)
}

/** What the live catalog would still need to be the wanted one. */
export async function catalogProblems(
  { dialect, connection }: DemoDatabase,
  wanted: Schema,
  when: string,
): Promise<readonly string[]> {
  const drift = driftOf(dialect, await dialect.inspect(connection.query), wanted)
  return drift.map(step => `${when}: the catalog still lacks\n${printStep(step)}`)
}

/** The tables that do not hold the rows they should. SQL by hand may add rows, but none may go. */
function differences(
  { stored, before }: Stage,
  first: TableRows,
  now: TableRows,
  direction: Direction,
): readonly TableDifference[] {
  const { steps } = stored.revision
  const mayAdd = direction === 'up' && steps.some(step => step.kind === 'sql')
  const all = lostRows({ before, steps, first, now, direction })
  return mayAdd ? all.filter(({ wanted, found }) => wanted.some(row => !found.includes(row))) : all
}
