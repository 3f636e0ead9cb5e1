import type { View } from '../../../schema/objects.ts'
import { readCreateView } from '../../../sql/sqlite-ddl/read-create-view.ts'
import { quoteIdentifier, quoteList } from '../quote.ts'

/** A view in the form that `project` gives: names for its columns, which SQLite writes before AS, move into the query. */
export function inspectView(sql: string): View | undefined {
  const read = readCreateView(sql)
  if (read === undefined) return undefined
  const name = { name: read.name }
  if (read.columns === undefined) return { name, sql: { all: read.query } }
  const rows = quoteIdentifier(read.name)
  const query = `with ${rows} (${quoteList(read.columns)}) as (\n${read.query}\n)\nselect * from ${rows}`
  return { name, sql: { all: query } }
}
