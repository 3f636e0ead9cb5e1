import { primaryKeyOf, type Table } from '../../../schema/table.ts'
import { foldName } from '../../../sql/name-text.ts'
import { declaredTypeOf } from './column-definition.ts'

/** The column that is the rowid by another name: a primary key of one column declared INTEGER (lang_createtable.html#rowid). */
export function rowidAlias(table: Table): string | undefined {
  if (table.withoutRowid) return undefined
  const key = primaryKeyOf(table)
  if (key?.columns.length !== 1) return undefined
  const column = table.columns.find(item => item.name === key.columns[0])
  return column !== undefined && declaredTypeOf(column) === 'INTEGER' ? column.name : undefined
}

/** The name under which the rowid of a table can be written and read; undefined when it has none or columns hide it. */
export function rowidName(table: Table): string | undefined {
  if (table.withoutRowid) return undefined
  const taken = new Set(table.columns.map(column => foldName(column.name)))
  return ['rowid', '_rowid_', 'oid'].find(name => !taken.has(name))
}
