import type { CreateTable, TableColumn, TableConstraint } from './create-table.ts'
import { Cursor } from './cursor.ts'
import { readColumn } from './read-column.ts'
import { readConstraint, startsConstraint } from './read-constraint.ts'

/** Reads the CREATE TABLE that SQLite keeps in sqlite_schema; undefined for any other text (lang_createtable.html). */
export function readCreateTable(sql: string): CreateTable | undefined {
  const cursor = Cursor.of(sql)
  if (!cursor.take('create')) return undefined
  if (!cursor.take('temp')) cursor.take('temporary')
  if (!cursor.take('table')) return undefined
  cursor.take('if', 'not', 'exists')
  let name = cursor.takeName()
  if (cursor.takeSign('.')) name = cursor.takeName()
  const body = cursor.takeGroup()
  if (name === undefined || body === undefined) return undefined
  return { name, ...readBody(body), ...readOptions(cursor) }
}

function readBody(body: Cursor): Pick<CreateTable, 'columns' | 'constraints'> {
  const columns: TableColumn[] = []
  const constraints: TableConstraint[] = []
  while (body.token !== undefined) {
    if (body.takeSign(',')) continue
    const before = body.at
    if (columns.length > 0 && startsConstraint(body)) {
      const constraint = readConstraint(body)
      if (constraint !== undefined) constraints.push(constraint)
    } else {
      const column = readColumn(body)
      if (column !== undefined) columns.push(column)
    }
    if (body.at === before) body.pass()
  }
  return { columns, constraints }
}

function readOptions(cursor: Cursor): Pick<CreateTable, 'strict' | 'withoutRowid'> {
  let strict = false
  let withoutRowid = false
  while (cursor.token !== undefined) {
    if (cursor.take('strict')) strict = true
    else if (cursor.take('without', 'rowid')) withoutRowid = true
    else cursor.pass()
  }
  return { strict, withoutRowid }
}
