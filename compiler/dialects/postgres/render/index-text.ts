import type { QName } from '../../../schema/name.ts'
import type { Index, IndexKey } from '../../../schema/table-index.ts'
import { inParentheses, quoteIdentifier, quoteList, quoteQName } from '../quote.ts'
import { collation } from './column-text.ts'

/** `create unique index users_email_idx on users (lower(email)) where …`. */
export function indexDefinition(table: QName, index: Index): string {
  const parts = [
    `create ${index.unique ? 'unique ' : ''}index ${quoteIdentifier(index.name)} on ${quoteQName(table)}`,
    ...(index.using === undefined ? [] : [`using ${quoteIdentifier(index.using.toLowerCase())}`]),
    `(${index.keys.map(keyText).join(', ')})`,
    ...(index.include === undefined ? [] : [`include (${quoteList(index.include)})`]),
    ...(index.nullsNotDistinct ? ['nulls not distinct'] : []),
    ...(index.with === undefined
      ? []
      : [`with (${index.with.map(([name, value]) => `${name} = ${value}`).join(', ')})`]),
    ...(index.where === undefined ? [] : [`where ${index.where.all!.trim()}`]),
  ]
  return parts.join(' ')
}

function keyText(key: IndexKey): string {
  const parts = [
    key.column === undefined ? inParentheses(key.sql!.all!) : quoteIdentifier(key.column),
    ...(key.collate === undefined ? [] : [`collate ${collation(key.collate)}`]),
    ...(key.opclass === undefined ? [] : [key.opclass]),
    ...(key.desc ? ['desc'] : []),
    ...(key.nulls === undefined ? [] : [`nulls ${key.nulls}`]),
  ]
  return parts.join(' ')
}
