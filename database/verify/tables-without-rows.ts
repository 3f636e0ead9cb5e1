import type { Connection } from '../connection.ts'
import type { FillTable } from './fill-table.ts'

/** SQLite takes 500 parts of a compound SELECT (limits.html). */
const AT_ONCE = 200

/** Those of some tables in which there is no row: what was put in may have been swallowed by a trigger or a rule. */
export async function tablesWithoutRows(
  connection: Connection,
  tables: readonly FillTable[],
): Promise<readonly FillTable[]> {
  const without: FillTable[] = []
  for (let from = 0; from < tables.length; from += AT_ONCE) {
    const some = tables.slice(from, from + AT_ONCE)
    const parts = some.map(({ sql }, at) => `select ${at} as at where not exists (select 1 from ${sql})`)
    const found = await connection.query(`${parts.join(' union all ')} order by 1`)
    without.push(...found.map(({ at }) => some[Number(at)]!))
  }
  return without
}
