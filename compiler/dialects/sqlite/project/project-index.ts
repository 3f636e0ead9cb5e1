import type { Index, IndexKey } from '../../../schema/table-index.ts'
import { stripParentheses } from '../read-default.ts'
import { sqliteSql } from '../sqlite-sql.ts'
import { isHere } from './is-here.ts'
import { projectCollate } from './project-column.ts'
import { withoutOwnName } from './without-own-name.ts'

/**
 * An index as SQLite holds it: keys, order, collation and predicate; what only Postgres has (methods, operator classes,
 * further columns, storage parameters, the place of nulls) is left out.
 */
export function projectIndex(index: Index, table: string, hasColumn: (name: string) => boolean): Index | undefined {
  const keys = index.keys.map(key => projectKey(key, table, hasColumn))
  const where = index.where && sqliteSql(index.where)
  if (!isHere(index) || keys.includes(undefined) || (index.where !== undefined && where === undefined)) return undefined
  return {
    name: index.name,
    ...(index.unique && { unique: true }),
    keys: keys as IndexKey[],
    ...(where !== undefined && { where: { all: withoutOwnName(where, table) } }),
  }
}

function projectKey(key: IndexKey, table: string, hasColumn: (name: string) => boolean): IndexKey | undefined {
  const sql = key.sql && sqliteSql(key.sql)
  if (key.column === undefined ? sql === undefined : !hasColumn(key.column)) return undefined
  const collate = projectCollate(key.collate)
  return {
    ...(key.column !== undefined ? { column: key.column } : { sql: { all: projectKeySql(sql!, table) } }),
    ...(key.desc && { desc: true }),
    ...(collate !== undefined && { collate }),
  }
}

/** The SQL of a key without the parentheses around it: `create index` puts them there. */
function projectKeySql(sql: string, table: string): string {
  return withoutOwnName(stripParentheses(sql.trim()), table)
}
