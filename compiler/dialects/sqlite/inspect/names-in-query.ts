import type { View } from '../../../schema/objects.ts'
import { quoteIdentifier, quoteList } from '../quote.ts'

/** The view with the names that it gives its columns moved into the query. */
export function namesInQuery({ columnNames, ...view }: View): View {
  if (columnNames === undefined) return view
  const rows = quoteIdentifier(view.name.name)
  const query = `with ${rows} (${quoteList(columnNames)}) as (\n${view.sql.all}\n)\nselect * from ${rows}`
  return { ...view, sql: { all: query } }
}
