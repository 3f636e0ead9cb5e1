import { Cursor } from './cursor.ts'

/** A trigger as SQLite's stored CREATE TRIGGER says it. */
export interface CreateTrigger {
  readonly name: string
  readonly table: string
  /** What stands between the name and ON: `after update of a`. */
  readonly before: string
  /** What stands after the table: `for each row when … begin … end`. */
  readonly after: string
}

/** Reads the CREATE TRIGGER that SQLite keeps; undefined for any other text (lang_createtrigger.html). */
export function readCreateTrigger(sql: string): CreateTrigger | undefined {
  const cursor = Cursor.of(sql)
  if (!cursor.take('create')) return undefined
  if (!cursor.take('temp')) cursor.take('temporary')
  if (!cursor.take('trigger')) return undefined
  cursor.take('if', 'not', 'exists')
  let name = cursor.takeName()
  if (cursor.takeSign('.')) name = cursor.takeName()
  const from = cursor.at
  while (cursor.token !== undefined && !cursor.sees('on')) cursor.pass()
  const before = cursor.textFrom(from)
  const table = cursor.take('on') ? cursor.takeName() : undefined
  if (name === undefined || table === undefined) return undefined
  return { name, table, before, after: cursor.untilEnd() }
}
