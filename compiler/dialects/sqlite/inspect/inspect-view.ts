import type { View } from '../../../schema/objects.ts'
import { readCreateView } from '../../../sql/sqlite-ddl/read-create-view.ts'

/** A view in the form that `project` gives. */
export function inspectView(sql: string): View | undefined {
  const read = readCreateView(sql)
  if (read === undefined) return undefined
  const { name, columns: columnNames, query } = read
  return { name: { name }, ...(columnNames && { columnNames }), sql: { all: query } }
}
