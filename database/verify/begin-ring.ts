import { type DrawnRow, literal } from './draw-row.ts'
import type { FillColumn, FillTable } from './fill-table.ts'
import { insertRows, type Wishes } from './insert-rows.ts'
import { draftOf, noteRefusal, type RowDraft, type RowSource, redraw } from './row-draft.ts'
import { lacksParents, type Reason, whyRefused } from './why-refused.ts'

const TRIES = 60
/** So often the values of the keys stay as they are while the rest is drawn anew. */
const SAME_KEYS = 6

/** What rows of a ring are drawn from. */
export interface RingSource extends RowSource {
  readonly numbers: Map<string, number>
  readonly wishes?: Wishes
}

/** A column of a table of the ring. */
interface Place {
  readonly table: FillTable
  readonly column: string
}

/**
 * Puts in one row for each of some tables whose rows must point to each other. Answers why not, when the database would not
 * have them.
 */
export async function beginRing(
  source: RingSource,
  ring: readonly FillTable[],
  at: number,
): Promise<Reason | undefined> {
  const shared = sharedValues(ring)
  let drafts: readonly RowDraft[] = []
  let last: Reason | undefined
  for (let attempt = 0; attempt < TRIES; attempt++) {
    if (attempt % SAME_KEYS === 0) drafts = await draftsOf(source, ring, shared, at, attempt)
    for (const draft of drafts) {
      const lacks = await redraw(source, draft)
      if (lacks !== undefined) return lacksParents(lacks)
    }
    const error = await insertRows(source.connection, drafts, source.wishes).then(
      () => undefined,
      (error: Error & { readonly table?: string }) => error,
    )
    if (error === undefined) return undefined
    last = whyRefused(error)
    const about = drafts.filter(({ table }) => table.name === error.table)
    for (const draft of about.length === 1 ? about : drafts) noteRefusal(draft, error)
  }
  return last
}

async function draftsOf(
  source: RingSource,
  ring: readonly FillTable[],
  shared: readonly (readonly Place[])[],
  at: number,
  attempt: number,
): Promise<readonly RowDraft[]> {
  const rows = new Map<FillTable, DrawnRow>(ring.map(table => [table, new Map()]))
  const number = (table: FillTable) => source.numbers.get(table.key) ?? 0
  const next = Math.max(...ring.map(number)) + 1
  for (const table of ring) source.numbers.set(table.key, next)
  for (const places of shared) {
    const value = await valueFor(source, places, next, attempt)
    if (value !== undefined) for (const { table, column } of places) rows.get(table)!.set(column, value)
  }
  return ring.map(table => draftOf(table, at, next, rows.get(table)))
}

/** The columns that must hold the same value, since keys of the ring bind them. */
function sharedValues(ring: readonly FillTable[]): readonly (readonly Place[])[] {
  let groups: (readonly Place[])[] = []
  const byKey = new Map(ring.map(table => [table.key, table]))
  const isAt = (a: Place, b: Place) => a.table === b.table && a.column === b.column
  for (const table of ring) {
    for (const key of table.foreign) {
      const parent = byKey.get(key.parent)
      if (parent === undefined || key.columns.some(name => columnOf(table, name)?.nullable)) continue
      for (const [at, column] of key.columns.entries()) {
        const pair = [
          { table, column },
          { table: parent, column: key.targetColumns[at]! },
        ]
        const bound = groups.filter(group => group.some(one => pair.some(other => isAt(one, other))))
        const added = pair.filter(one => !bound.some(group => group.some(other => isAt(one, other))))
        groups = [...groups.filter(group => !bound.includes(group)), [...bound.flat(), ...added]]
      }
    }
  }
  return groups
}

/** A value for all of these columns; where one of them points to a table outside, one of the keys there. */
async function valueFor(source: RingSource, places: readonly Place[], number: number, attempt: number) {
  const { random, parents, connection } = source
  const tables = new Set(places.map(({ table }) => table.key))
  for (const { table, column } of places) {
    const outside = table.foreign.find(key => key.columns.includes(column) && !tables.has(key.parent))
    if (outside === undefined) continue
    const keys = await parents.of(outside)
    return keys.length === 0 ? undefined : random.pick(keys)[outside.columns.indexOf(column)]
  }
  const columns = places.flatMap(({ table, column }) => columnOf(table, column) ?? [])
  const [first] = columns
  if (first === undefined) return undefined
  const hinted = columns.flatMap(one => one.hinted)
  const isPlain = attempt < 2 * SAME_KEYS || hinted.length === 0
  return literal(isPlain ? first.pool.nth(number) : random.pick(hinted), first, connection.dialect)
}

function columnOf(table: FillTable, name: string): FillColumn | undefined {
  return table.columns.find(column => column.name === name)
}
