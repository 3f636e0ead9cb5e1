import type { Table } from '../../../schema/table.ts'
import type { Index, IndexKey } from '../../../schema/table-index.ts'
import { foldName } from '../../../sql/name-text.ts'
import type { CreateIndex, CreateIndexKey } from '../../../sql/sqlite-ddl/read-create-index.ts'
import { projectCollate } from '../project/project-column.ts'
import { withoutOwnName } from '../project/without-own-name.ts'
import { stripParentheses } from '../read-default.ts'

/** An index in the form that `project` gives. */
export function inspectIndex(index: CreateIndex, table: Table): Index {
  const columns = new Map(table.columns.map(column => [foldName(column.name), column.name]))
  return {
    name: index.name,
    ...(index.unique && { unique: true }),
    keys: index.keys.map(key => inspectKey(key, table.name.name, columns)),
    ...(index.where !== undefined && { where: { all: withoutOwnName(index.where, table.name.name) } }),
  }
}

function inspectKey(key: CreateIndexKey, table: string, columns: ReadonlyMap<string, string>): IndexKey {
  const collate = projectCollate(key.collate)
  return {
    ...(key.column !== undefined
      ? { column: columns.get(foldName(key.column)) ?? key.column }
      : { sql: { all: withoutOwnName(stripParentheses(key.sql ?? ''), table) } }),
    ...(key.desc && { desc: true }),
    ...(collate !== undefined && { collate }),
  }
}
