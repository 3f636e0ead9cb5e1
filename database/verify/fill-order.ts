import type { FillTable } from './fill-table.ts'

/** In what order tables get rows: those that others must point to first. */
export interface FillOrder {
  readonly tables: readonly FillTable[]
  /** Groups of tables whose rows must point to each other, so that the first ones go in together. */
  readonly rings: readonly (readonly FillTable[])[]
}

interface Visit {
  readonly index: number
  low: number
  onPath: boolean
}

/** Orders the tables by the foreign keys that cannot be null (Tarjan's strongly connected components; linear). */
export function fillOrder(tables: readonly FillTable[]): FillOrder {
  const byKey = new Map(tables.map(table => [table.key, table]))
  const visits = new Map<FillTable, Visit>()
  const path: FillTable[] = []
  const order: FillTable[] = []
  const rings: FillTable[][] = []
  const close = (table: FillTable) => {
    const group = path.splice(path.lastIndexOf(table))
    for (const one of group) visits.get(one)!.onPath = false
    order.push(...group.toReversed())
    if (group.length > 1) rings.push(group)
  }
  for (const root of tables) {
    if (visits.has(root)) continue
    const stack = [{ table: root, waits: requiredParents(root, byKey) }]
    enter(root, visits, path)
    while (stack.length > 0) {
      const { table, waits } = stack.at(-1)!
      const next = waits.shift()
      const visit = visits.get(table)!
      if (next === undefined) {
        stack.pop()
        const below = stack.at(-1)
        if (below) visits.get(below.table)!.low = Math.min(visits.get(below.table)!.low, visit.low)
        if (visit.low === visit.index) close(table)
      } else if (!visits.has(next)) {
        enter(next, visits, path)
        stack.push({ table: next, waits: requiredParents(next, byKey) })
      } else if (visits.get(next)!.onPath) visit.low = Math.min(visit.low, visits.get(next)!.index)
    }
  }
  return { tables: order, rings }
}

function enter(table: FillTable, visits: Map<FillTable, Visit>, path: FillTable[]): void {
  visits.set(table, { index: visits.size, low: visits.size, onPath: true })
  path.push(table)
}

/** The other tables that every row of this one must point to. */
function requiredParents(table: FillTable, byKey: ReadonlyMap<string, FillTable>): FillTable[] {
  const nullable = new Set(table.columns.filter(column => column.nullable).map(column => column.name))
  return table.foreign
    .filter(key => key.parent !== table.key && !key.columns.some(column => nullable.has(column)))
    .flatMap(key => byKey.get(key.parent) ?? [])
}
