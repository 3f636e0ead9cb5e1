import { drawLinks } from './draw-links.ts'
import { type Drawing, type DrawnRow, drawColumns, freeColumns, type Manner } from './draw-row.ts'
import type { FillTable } from './fill-table.ts'
import { type FittingSource, fittingValues, setFitting } from './fitting-values.ts'
import type { Bounds } from './partition-bounds.ts'
import { refusedColumns } from './refused-columns.ts'
import { type Reason, whyRefused } from './why-refused.ts'

/** What rows are drawn from. */
export interface RowSource extends FittingSource {
  readonly manner: Manner
  readonly bounds: Bounds
  /** What each table has taken: SQL by column. */
  readonly taken: Map<FillTable, Map<string, string[]>>
}

/** A row that is drawn until the database takes it. */
export interface RowDraft {
  readonly table: FillTable
  readonly row: DrawnRow
  /** The columns whose values are given. */
  readonly kept: ReadonlySet<string>
  /** Which row of the table it is in this go, from 0. */
  readonly at: number
  /** A number that no other row of the table was given. */
  readonly number: number
  tries: number
  /** What the last refusal was about, and how often it was these columns in a row. */
  refused: { readonly reason?: Reason; readonly columns: readonly string[]; readonly times: number }
}

/** So often the columns of one check are drawn anew before the whole row is. */
const STUBBORN = 15

/** A row that nothing is drawn of yet, but for what it holds. */
export function draftOf(table: FillTable, at: number, number: number, row: DrawnRow = new Map()): RowDraft {
  const kept = new Set(row.keys())
  const columns = namesOf(table).filter(name => !kept.has(name))
  return { table, row, kept, at, number, tries: 0, refused: { columns, times: 0 } }
}

function namesOf(table: FillTable): readonly string[] {
  return table.columns.map(column => column.name)
}

/** Draws what was refused anew, first everything. Answers the table that is to be pointed to when it has no rows. */
export async function redraw(source: RowSource, draft: RowDraft): Promise<string | undefined> {
  const { table, row, kept, refused } = draft
  const isStubborn = refused.times % STUBBORN === STUBBORN - 1
  const anew = new Set((isStubborn ? namesOf(table) : refused.columns).filter(name => !kept.has(name)))
  const drawing = drawingOf(source, draft)
  const free = freeColumns(table).filter(column => anew.has(column.name))
  drawColumns(row, free, drawing)
  const lacks = await drawLinks(row, table, anew, drawing, source.parents)
  if (lacks !== undefined) return lacks
  await drawWithinBounds(source, draft, anew)
  const isOften = draft.tries > 1 && (refused.times > 0 || draft.tries > 3)
  if (isOften) await drawFitting(source, draft, anew)
  draft.tries++
  return undefined
}

/** The rows of a partition, or of a divided table, in turn for each of its partitions. */
async function drawWithinBounds(source: RowSource, draft: RowDraft, anew: ReadonlySet<string>): Promise<void> {
  const bounds = source.bounds.get(draft.table.key) ?? []
  const bound = bounds[draft.at % bounds.length]
  if (bound === undefined || !bound.columns.some(column => anew.has(column))) return
  for (const fitting of await fittingValues(source, draft.table, bound.columns, [bound])) {
    if (fitting.columns.some(column => draft.kept.has(column))) continue
    const { length } = fitting.choices
    const turn = Math.floor(draft.at / bounds.length)
    setFitting(draft.row, fitting, draft.tries === 0 ? turn % length : source.random.below(length))
  }
}

async function drawFitting(source: RowSource, draft: RowDraft, anew: ReadonlySet<string>): Promise<void> {
  const names = [...anew].filter(name => !isBound(source, draft, name))
  for (const fitting of await fittingValues(source, draft.table, names)) {
    if (!source.random.once(4)) setFitting(draft.row, fitting, source.random.below(fitting.choices.length))
  }
}

function isBound({ bounds }: RowSource, { table }: RowDraft, name: string): boolean {
  return (bounds.get(table.key) ?? []).some(({ columns }) => columns.includes(name))
}

/** Keeps in mind why the database refused a row. */
export function noteRefusal(draft: RowDraft, error: Error): void {
  const columns = refusedColumns(error, draft.table)
  const isSame = columns.join() === draft.refused.columns.join()
  draft.refused = { reason: whyRefused(error), columns, times: isSame ? draft.refused.times + 1 : 0 }
}

function drawingOf(source: RowSource, { table, at, number, tries }: RowDraft): Drawing {
  const { manner, random, connection, taken } = source
  return { dialect: connection.dialect, manner, random, row: at, number, tries, taken: taken.get(table) ?? new Map() }
}
