import type { Connection } from '../connection.ts'
import type { Parents } from './draw-links.ts'
import { type FillTable, quoted } from './fill-table.ts'

const MOST_LINKS = 3

/** Points some rows whose foreign keys were left null, but not all, to rows that came later: so open cycles are closed. */
export async function linkLater(
  work: { readonly connection: Connection; readonly chosen: ReadonlySet<string>; readonly parents: Parents },
  order: readonly FillTable[],
): Promise<void> {
  const place = new Map(order.map((table, at) => [table.key, at]))
  for (const table of order) {
    for (const key of table.foreign) {
      const later = (place.get(key.parent) ?? -1) >= place.get(table.key)!
      const optional = key.columns.every(name => table.columns.find(column => column.name === name)?.nullable)
      if (!later || !optional || !work.chosen.has(table.key)) continue
      const found = await work.parents.of(key)
      for (const values of found.slice(0, MOST_LINKS)) {
        const sets = key.columns.map((column, at) => `${quoted(column)} = ${values[at]}`).join(', ')
        const open = key.columns.map(column => `${quoted(column)} is null`).join(' and ')
        const one = work.connection.dialect === 'postgres' ? 'ctid' : 'rowid'
        const first = `(select ${one} from ${table.sql} where ${open} order by ${one} limit 1 offset 1)`
        await work.connection.exec(`update ${table.sql} set ${sets} where ${one} = ${first}`).catch(() => {})
      }
    }
  }
}
