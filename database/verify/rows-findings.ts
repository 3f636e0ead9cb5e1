import type { Direction } from '../../compiler/revisions/stored-revision.ts'
import type { DialectName } from '../../compiler/schema/dialect.ts'
import type { Schema } from '../../compiler/schema/schema.ts'
import type { Step } from '../../compiler/steps/step.ts'
import type { Finding } from './finding.ts'
import { type HandWritten, handWrittenTables, sidesOf } from './hand-written-tables.ts'
import { keptColumns } from './kept-columns.ts'
import { lostRows, type TableDifference } from './lost-rows.ts'
import type { TableRows } from './read-rows.ts'

/** The rows before a revision, those of now, and what lies between. */
export interface RowsCompared {
  readonly before: Schema
  readonly steps: readonly Step[]
  readonly first: TableRows
  readonly now: TableRows
  readonly direction: Direction
  readonly dialect: DialectName
}

/** A finding about the rows of one table. */
export type RowsFinding = Finding & { readonly table: string }

const LONGEST_ROW = 160

/** What became of rows that should have been kept: an error, or a warning where hand-written SQL had its hands in. */
export function rowsFindings(compared: RowsCompared): readonly RowsFinding[] {
  const { before, steps, direction, dialect } = compared
  const written = steps.filter(step => step.kind === 'sql')
  const sides = direction === 'up' ? sidesOf(written, 'up') : sidesOf(written)
  const byHand = handWrittenTables(sides, before, dialect)
  return lostRows(compared).flatMap(difference => {
    const { table, wanted, found } = difference
    const how = byHand.get(table)
    const gone = missing(wanted, found)
    if (how === undefined) return [{ table, ...lost(compared, difference, gone) }]
    const isTaken = found.length < wanted.length || (how === 'adds' && gone.length > 0)
    return isTaken ? [{ table, ...takenByHand(compared, difference, gone, how) }] : []
  })
}

/** Those of `wanted` that have no partner in `found`; both are sorted. */
function missing(wanted: readonly string[], found: readonly string[]): readonly string[] {
  const left = new Map<string, number>()
  for (const row of found) left.set(row, (left.get(row) ?? 0) + 1)
  return wanted.filter(row => {
    const count = left.get(row) ?? 0
    left.set(row, count - 1)
    return count <= 0
  })
}

function lost(compared: RowsCompared, difference: TableDifference, gone: readonly string[]): Finding {
  const { table, wanted, found } = difference
  const way = `Going ${compared.direction}`
  const remedy = 'Restore the SQL file from version control, or remove it and run `mig compile`.'
  const finding = { code: 'MIG522', severity: 'error', remedy } as const
  if (gone.length === 0) {
    const extra = missing(found, wanted)
    const message = `${way} adds ${counted(extra.length, 'row')} to ${table} that nobody put in: ${shown(compared, table, extra[0]!)}.`
    return { ...finding, message }
  }
  if (found.length < wanted.length) {
    const message = `${way} loses ${wanted.length - found.length} of the ${counted(wanted.length, 'row')} of ${table}, for example ${shown(compared, table, gone[0]!)}.`
    return { ...finding, message }
  }
  const columns = changedColumns(compared, difference)
  const what = columns.length === 0 ? table : columns.map(column => `${table}.${column}`).join(', ')
  const instead = missing(found, wanted)[0]
  const now = instead === undefined ? '' : ` A row that is there now: ${shown(compared, table, instead)}.`
  const message = `${way} changes values of ${what} in ${gone.length} of ${counted(wanted.length, 'row')}: ${shown(compared, table, gone[0]!)} is gone.${now}`
  return { ...finding, message }
}

/** A delete on the way up is likely what the step is for; one of more rows than were inserted is likely not. */
function takenByHand(
  compared: RowsCompared,
  { table }: TableDifference,
  gone: readonly string[],
  how: HandWritten,
): Finding {
  const example = gone.length === 0 ? '' : `, for example ${shown(compared, table, gone[0]!)}`
  return {
    code: 'MIG523',
    severity: compared.direction === 'up' && how === 'changes' ? 'note' : 'warning',
    message: `Going ${compared.direction}, the hand-written SQL takes or changes ${counted(gone.length, 'row')} of ${table} that ${gone.length === 1 ? 'was' : 'were'} there before${example}.`,
    remedy: 'If that is not meant, let the `sql` step name exactly the rows that it made.',
  }
}

/** The columns whose values are not the same set as before, by the names they had. */
function changedColumns(compared: RowsCompared, { table, wanted, found }: TableDifference): readonly string[] {
  const columns = columnsOf(compared, table)
  const valuesOf = (rows: readonly string[], at: number) =>
    rows.map(row => JSON.stringify((JSON.parse(row) as unknown[])[at])).sort()
  return columns.filter((_, at) => valuesOf(wanted, at).join('\n') !== valuesOf(found, at).join('\n'))
}

function columnsOf({ before, steps, dialect }: RowsCompared, table: string): readonly string[] {
  const fates = keptColumns(before, steps, dialect).get(table) ?? []
  return fates.filter(fate => fate.exact).map(fate => fate.from)
}

function shown(compared: RowsCompared, table: string, row: string): string {
  const columns = columnsOf(compared, table)
  const values = JSON.parse(row) as readonly unknown[]
  const parts = columns.map((column, at) => `${column} ${JSON.stringify(values[at]) ?? 'null'}`)
  const text = `(${parts.join(', ')})`
  return text.length <= LONGEST_ROW ? text : `${text.slice(0, LONGEST_ROW)}…)`
}

function counted(number: number, word: string): string {
  return `${number} ${word}${number === 1 ? '' : 's'}`
}
