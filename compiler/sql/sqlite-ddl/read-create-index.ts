import { splitList } from '../clauses.ts'
import { Cursor } from './cursor.ts'

/** An index as SQLite's stored CREATE INDEX says it. */
export interface CreateIndex {
  readonly name: string
  readonly table: string
  readonly unique: boolean
  readonly keys: readonly CreateIndexKey[]
  readonly where?: string
}

/** A key of an index: a column by its name, or the text of an expression. */
export interface CreateIndexKey {
  readonly column?: string
  readonly sql?: string
  readonly collate?: string
  readonly desc: boolean
}

/** Reads the CREATE INDEX that SQLite keeps; undefined for any other text (lang_createindex.html). */
export function readCreateIndex(sql: string): CreateIndex | undefined {
  const cursor = Cursor.of(sql)
  if (!cursor.take('create')) return undefined
  const unique = cursor.take('unique')
  if (!cursor.take('index')) return undefined
  cursor.take('if', 'not', 'exists')
  let name = cursor.takeName()
  if (cursor.takeSign('.')) name = cursor.takeName()
  const table = cursor.take('on') ? cursor.takeName() : undefined
  const group = cursor.takeGroup()
  if (name === undefined || table === undefined || group === undefined) return undefined
  const keys = splitList(group.code, group.at, group.to).map(([from, to]) => readKey(new Cursor(group.code, from, to)))
  return { name, table, unique, keys, ...(cursor.take('where') && { where: withoutEnd(cursor) }) }
}

function withoutEnd(cursor: Cursor): string {
  const from = cursor.at
  while (cursor.token !== undefined && !cursor.seesSign(';')) cursor.pass()
  return cursor.textFrom(from)
}

/** `expression [collate name] [asc|desc]`. */
function readKey(cursor: Cursor): CreateIndexKey {
  const { code, at: from } = cursor
  let to = cursor.to
  const last = new Cursor(code, to - 1, to)
  const desc = last.sees('desc')
  if (to - from > 1 && (desc || last.sees('asc'))) to--
  const collation = new Cursor(code, to - 2, to)
  const collate = to - from > 2 && collation.take('collate') ? collation.takeName() : undefined
  if (collate !== undefined) to -= 2
  const key = new Cursor(code, from, to)
  const token = code.tokens[from]
  const isColumn = to - from === 1 && (token?.kind === 'name' || token?.kind === 'quoted name')
  const what = isColumn ? { column: key.takeName()! } : { sql: key.rest }
  return { ...what, ...(collate !== undefined && { collate }), desc: desc && cursor.to - from > 1 }
}
