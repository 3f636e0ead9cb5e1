import type { TableRows } from '../../database/verify/read-rows.ts'
import type { Watch } from './chapter.ts'

const MOMENTS = ['before', 'up', 'down', 'up again']
const ABSENT = '–'

/** The watched values at each moment of a journey as a table: one row for each row of the database. */
export function watchedRows(watch: Watch, moments: readonly TableRows[]): readonly (readonly string[])[] {
  const { table, by } = watch
  const columns = moments.map((_, at) => (at % 2 === 0 ? watch.before : watch.after))
  const keys = [...new Set(moments.flatMap(rows => (rows.get(table) ?? []).map(row => String(row[by]))))].sort()
  const head = columns.map((column, at) => (column === undefined ? MOMENTS[at]! : `${MOMENTS[at]}: ${column}`))
  const cell = (key: string, at: number) => {
    const row = moments[at]!.get(table)?.find(row => String(row[by]) === key)
    const column = columns[at]
    return row === undefined || column === undefined ? ABSENT : String(row[column])
  }
  return [[`${table}.${by}`, ...head], ...keys.map(key => [key, ...columns.map((_, at) => cell(key, at))])]
}

/** How many rows each table holds at each moment, as a table. */
export function countedRows(moments: readonly TableRows[]): readonly (readonly string[])[] {
  const tables = [...new Set(moments.flatMap(rows => [...rows.keys()]))]
  const count = (rows: TableRows, table: string) => {
    const found = rows.get(table)
    return found === undefined ? ABSENT : String(found.length)
  }
  return [['rows of', ...MOMENTS], ...tables.map(table => [table, ...moments.map(rows => count(rows, table))])]
}
