import type { QName } from '../../../schema/name.ts'
import type { Table } from '../../../schema/table.ts'
import { quoteIdentifier } from '../quote.ts'
import type { Guard } from './guard.ts'

/** All that happens to one table between two renames, collected so that it can be done at once. */
export interface TableChange {
  /** The table in the schema; absent there when the change is done means dropped. */
  readonly name: QName
  /** The table as the database holds it; undefined when it is created. */
  readonly from: Table | undefined
  /** What the columns get from the rows that are there; a column that is not here is new and left to its default. */
  readonly values: Map<string, ColumnValue>
  readonly guards: Guard[]
  readonly losses: NotedLoss[]
  readonly about: Note[]
}

/** What is lost, as `lossOf` says it, with the column that it is about if it is about one. */
export interface NotedLoss {
  readonly text: string
  readonly column?: string
}

/** The description of a step, with the names of the index it is about if it is about one. */
export interface Note {
  readonly text: string
  readonly index?: readonly string[]
}

/** The value of a column as an expression over the old table. */
export interface ColumnValue {
  readonly sql: string
  /** `kept` as it is, `changed` from what the column held, or `new`. */
  readonly origin: 'kept' | 'changed' | 'new'
  /** Whether somebody wrote how values of the old type become values of the new one. */
  readonly converted?: true
  /** Whether nulls are replaced. */
  readonly filled?: true
}

/** A change of a table that so far changes nothing. */
export function beginChange(name: QName, from: Table | undefined): TableChange {
  const columns = from?.columns ?? []
  const values = columns.map(column => [column.name, keptValue(column.name)] as const)
  return { name, from, values: new Map(values), guards: [], losses: [], about: [] }
}

function keptValue(column: string): ColumnValue {
  return { sql: quoteIdentifier(column), origin: 'kept' }
}

/** One line for the statements that change the table itself. */
export function aboutChange({ about }: TableChange): string {
  const notes = about.filter(note => note.index === undefined)
  return join(notes.length === 0 ? about : notes)
}

/** One line for the statements of an index. */
export function aboutIndex(change: TableChange, name: string): string {
  const notes = change.about.filter(note => note.index?.includes(name))
  return notes.length === 0 ? aboutChange(change) : join(notes)
}

function join(notes: readonly Note[]): string {
  return [...new Set(notes.map(note => note.text))].join('; ')
}
