import type { Dialect } from '../../compiler/dialects/dialect.ts'
import { dialects } from '../../compiler/dialects/dialects.ts'
import { nameText } from '../../compiler/schema/name.ts'
import type { Schema } from '../../compiler/schema/schema.ts'
import type { Table } from '../../compiler/schema/table.ts'
import type { Type } from '../../compiler/schema/type.ts'
import type { Connection } from '../connection.ts'
import { buildSchema, catalogOf, type ToBuild } from './build-schema.ts'
import { domainValues } from './domain-values.ts'
import type { Manner } from './draw-row.ts'
import { fillRows, type Unfilled } from './fill-rows.ts'
import { fillTables, sqlOf } from './fill-table.ts'
import { withParentConstraints } from './parent-constraints.ts'
import { randomFrom } from './random.ts'
import type { Scratch } from './scratch.ts'

/** The database on which revisions are verified, and what is known of it. */
export interface Workbench {
  readonly dialect: Dialect
  readonly connection: Connection
  readonly empty: Scratch['empty']
  readonly clock: () => number
  /** The catalogs to compare with, or why there is none. */
  readonly catalogs: Map<Schema, Schema | Error>
  /** The last number that the rows of each table were given. */
  readonly numbers: Map<string, number>
  /** What each table was when it last got rows. */
  readonly filled: Map<string, readonly unknown[]>
  /** The views of SQLite that are known to be refused when they are read. */
  readonly toldViews: Set<string>
  /** The schema that the database holds; undefined when that is not known. */
  holds: Schema | undefined
}

/** Which rows a table gets. */
export interface Fill {
  /** The same seed gives the same rows. */
  readonly seed: string
  readonly manner: Manner
  /** At most so many rows for each table. */
  readonly most?: number
  /** Tables that get none. */
  readonly without?: ReadonlySet<string>
  readonly wishes?: ReadonlyMap<string, readonly string[]>
  /** The enums with the values that are put in; left out, those of the schema. */
  readonly enums?: Schema['enums']
}

/** A workbench on an empty database. */
export function workbenchOn({ connection, empty }: Scratch, clock: () => number): Workbench {
  const dialect = dialects[connection.dialect]
  const [catalogs, numbers, filled] = [new Map(), new Map(), new Map()]
  return { dialect, connection, empty, clock, catalogs, numbers, filled, toldViews: new Set(), holds: undefined }
}

/** Works out the catalog of a schema, while the database is still empty. */
export async function prepareCatalog(bench: Workbench, wanted: ToBuild): Promise<void> {
  if (bench.catalogs.has(wanted.schema)) return
  const found = await catalogOf(bench.dialect, bench.connection, wanted).catch(error => error as Error)
  bench.catalogs.set(wanted.schema, found)
}

/** Makes the database hold a schema and no rows, whatever it held before. */
export async function restoreSchema(bench: Workbench, wanted: ToBuild): Promise<void> {
  bench.holds = undefined
  bench.numbers.clear()
  bench.filled.clear()
  await bench.empty()
  await bench.connection.exec('begin')
  try {
    await buildSchema(bench.dialect, bench.connection, wanted)
    await bench.connection.exec('commit')
  } catch (error) {
    await bench.connection.exec('rollback')
    throw error
  }
  bench.holds = wanted.schema
}

/** Puts rows into the tables that are new or have changed since they last got some. */
export async function addRows(bench: Workbench, schema: Schema, fill: Fill): Promise<readonly Unfilled[]> {
  const chosen = new Set<string>()
  for (const [key, table] of schema.tables) {
    const form = formOf(table, schema)
    const known = bench.filled.get(key)
    const isSame = known?.length === form.length && form.every((part, at) => part === known[at])
    if (isSame || fill.without?.has(key)) continue
    if (fill.most === undefined && fill.without === undefined) bench.filled.set(key, form)
    chosen.add(key)
  }
  if (chosen.size === 0 || fill.most === 0) return []
  const random = randomFrom(fill.seed)
  const keys = withParents(schema, chosen)
  const wishes = await knownWishes(bench, schema, fill.wishes ?? new Map())
  const { connection, numbers } = bench
  const whole = { ...schema, enums: fill.enums ?? schema.enums }
  const values = await domainValues(connection, whole, random, keys)
  const tables = fillTables(whole, bench.dialect.name, random, keys, wishes, values)
  return fillRows({ connection, tables, chosen, random, numbers, ...fill, wishes })
}

/** What must be the same for a table to need no new rows. */
function formOf(table: Table, schema: Schema): readonly unknown[] {
  const enumOf = (type: Type | undefined): unknown => {
    if (type?.kind === 'array') return enumOf(type.of)
    return type?.kind === 'enum' ? schema.enums.get(nameText(type.name)) : undefined
  }
  const enums = table.columns.flatMap(({ type }) => [type.all, type.postgres, type.sqlite].map(enumOf))
  return [table, ...enums.filter(one => one !== undefined)]
}

function withParents(schema: Schema, chosen: ReadonlySet<string>): ReadonlySet<string> {
  const parents = [...chosen].flatMap(key =>
    withParentConstraints(schema.tables.get(key)!, schema).constraints.flatMap(one =>
      one.kind === 'foreign' ? [nameText(one.target)] : [],
    ),
  )
  const wanted = new Set([...chosen, ...parents])
  return new Set([...schema.tables.keys()].filter(key => wanted.has(key)))
}

/** The conditions that can be asked of the tables as they are: a new check may use a column that is not there yet. */
async function knownWishes(
  { connection, dialect }: Workbench,
  schema: Schema,
  wishes: ReadonlyMap<string, readonly string[]>,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const known = new Map<string, readonly string[]>()
  for (const [key, conditions] of wishes) {
    const table = schema.tables.get(key)
    if (table === undefined) continue
    const possible: string[] = []
    for (const condition of conditions) {
      const from = sqlOf(table.name, dialect.name)
      const asked = connection.query(`select 1 as one from ${from} where (${condition}\n) limit 0`)
      if (await asked.then(() => true).catch(() => false)) possible.push(condition)
    }
    known.set(key, possible)
  }
  return known
}
