import type { QName } from '../../../schema/name.ts'
import type { Index, IndexKey } from '../../../schema/table-index.ts'
import { inParentheses, quoteCollation, quoteIdentifier } from '../quote.ts'

/** `create index` for a projected index. */
export function createIndex(table: QName, index: Index): string {
  const keys = index.keys.map(indexKey).join(', ')
  const where = index.where?.all === undefined ? '' : ` where ${index.where.all}`
  const kind = index.unique ? 'unique index' : 'index'
  return `create ${kind} ${quoteIdentifier(index.name)} on ${quoteIdentifier(table.name)} (${keys})${where}`
}

function indexKey(key: IndexKey): string {
  return [
    key.column === undefined ? inParentheses(key.sql?.all ?? '') : quoteIdentifier(key.column),
    ...(key.collate === undefined ? [] : [`collate ${quoteCollation(key.collate)}`]),
    ...(key.desc ? ['desc'] : []),
  ].join(' ')
}

/** `drop index`: SQLite has one name space for indexes of all tables (lang_dropindex.html). */
export function dropIndex(name: string): string {
  return `drop index ${quoteIdentifier(name)}`
}
