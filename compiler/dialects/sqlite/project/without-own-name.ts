import { columnUses } from '../../../sql/expression-names.ts'
import { foldName } from '../../../sql/name-text.ts'

const QUALIFIER = /(?:"(?:[^"]|"")*"|`(?:[^`]|``)*`|\[[^\]]*\]|[^\s"`().,;'[\]]+)\s*\.\s*$/

/**
 * SQL over the rows of one table without the table's own name before its columns: while a table is made anew it has
 * another name, and SQLite would not find `users.email` in it.
 */
export function withoutOwnName(sql: string, table: string): string {
  if (!sql.includes('.')) return sql
  let result = sql
  for (const use of columnUses(sql).toReversed()) {
    if (use.qualifier === undefined || foldName(use.qualifier) !== foldName(table)) continue
    result = result.slice(0, use.start).replace(QUALIFIER, '') + result.slice(use.start)
  }
  return result
}
