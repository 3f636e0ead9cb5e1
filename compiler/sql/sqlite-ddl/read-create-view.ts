import { Cursor } from './cursor.ts'
import { readNames } from './read-reference.ts'

/** A view as SQLite's stored CREATE VIEW says it. */
export interface CreateView {
  readonly name: string
  readonly columns?: readonly string[]
  readonly query: string
}

/** Reads the CREATE VIEW that SQLite keeps; undefined for any other text (lang_createview.html). */
export function readCreateView(sql: string): CreateView | undefined {
  const cursor = Cursor.of(sql)
  if (!cursor.take('create')) return undefined
  if (!cursor.take('temp')) cursor.take('temporary')
  if (!cursor.take('view')) return undefined
  cursor.take('if', 'not', 'exists')
  let name = cursor.takeName()
  if (cursor.takeSign('.')) name = cursor.takeName()
  const group = cursor.takeGroup()
  if (name === undefined || !cursor.take('as')) return undefined
  return { name, ...(group && { columns: readNames(group) }), query: cursor.untilEnd() }
}
