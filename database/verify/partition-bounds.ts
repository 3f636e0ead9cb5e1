import type { Connection } from '../connection.ts'
import { type Condition, conditionOn, type FillTable } from './fill-table.ts'
import type { Random } from './random.ts'

/** What rows must be like, for each partition in which the rows of a table can be, by the table's key. */
export type Bounds = ReadonlyMap<string, readonly Condition[]>

const MOST_PARTITIONS = 24

/** Reads the bounds of partitions as Postgres itself says them: those of the tables above are among them. */
export async function partitionBounds(
  connection: Connection,
  tables: readonly FillTable[],
  random: Random,
): Promise<Bounds> {
  const bounds = new Map<string, Condition[]>()
  const divided = tables.filter(table => table.divided || table.partitionOf !== undefined)
  if (divided.length === 0) return bounds
  const names = divided.map(({ sql }, at) => `(${at}, '${sql.replaceAll("'", "''")}')`).join(', ')
  const found = await connection.query(
    `select wanted.at, pg_get_partition_constraintdef(tree.relid) as bound
     from (values ${names}) as wanted (at, name), pg_partition_tree(wanted.name::regclass) as tree
     where tree.isleaf order by wanted.at, tree.relid`,
  )
  for (const { at, bound } of found) {
    const table = divided[Number(at)]!
    const known = bounds.get(table.key) ?? []
    bounds.set(table.key, known)
    if (bound !== null && known.length < MOST_PARTITIONS) known.push(conditionOn(table, String(bound), random))
  }
  return bounds
}
