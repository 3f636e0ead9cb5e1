import type { Parameters } from '../../../schema/index-properties.ts'
import type { QName } from '../../../schema/name.ts'
import type { Index, IndexKey } from '../../../schema/table-index.ts'
import { inParentheses, quoteIdentifier, quoteList, quoteQName, quoteString } from '../quote.ts'
import { collation } from './column-text.ts'

/** `create unique index users_email_idx on users (lower(email)) where …`. */
export function indexDefinition(table: QName, index: Index): string {
  const parts = [
    `create ${index.unique ? 'unique ' : ''}index ${quoteIdentifier(index.name)} on ${quoteQName(table)}`,
    ...(index.using === undefined ? [] : [`using ${quoteIdentifier(index.using.toLowerCase())}`]),
    `(${index.keys.map(keyText).join(', ')})`,
    ...(index.include === undefined ? [] : [`include (${quoteList(index.include)})`]),
    ...(index.nullsNotDistinct ? ['nulls not distinct'] : []),
    ...(index.with === undefined ? [] : [`with (${parametersText(index.with)})`]),
    ...(index.tablespace === undefined ? [] : [`tablespace ${quoteIdentifier(index.tablespace)}`]),
    ...(index.where === undefined ? [] : [`where ${index.where.all!.trim()}`]),
  ]
  return parts.join(' ')
}

/** `fillfactor = 70, autovacuum_enabled = false`; a value that is no plain word or number is a string. */
export function parametersText(parameters: Parameters): string {
  return parameters.map(([name, value]) => `${name} = ${PLAIN.test(value) ? value : quoteString(value)}`).join(', ')
}

const PLAIN = /^(?:[-+]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[-+]?\d+)?|[a-z_]\w*)$/i

/** A key of an index, or of an exclusion without its operator. */
export function keyText(key: IndexKey): string {
  const parts = [
    key.column === undefined ? inParentheses(key.sql!.all!) : quoteIdentifier(key.column),
    ...(key.collate === undefined ? [] : [`collate ${collation(key.collate)}`]),
    ...(key.opclass === undefined ? [] : [key.opclass]),
    ...(key.opclassWith === undefined ? [] : [`(${parametersText(key.opclassWith)})`]),
    ...(key.desc ? ['desc'] : []),
    ...(key.nulls === undefined ? [] : [`nulls ${key.nulls}`]),
  ]
  return parts.join(' ')
}

/** `set (…)` for parameters that are new or have another value, `reset (…)` for those that are gone. */
export function parameterChanges(from: Parameters = [], to: Parameters = []): readonly string[] {
  const [before, after] = [new Map(from), new Map(to)]
  const set = to.filter(([name, value]) => before.get(name) !== value)
  const reset = from.filter(([name]) => !after.has(name)).map(([name]) => name)
  return [
    ...(set.length === 0 ? [] : [`set (${parametersText(set)})`]),
    ...(reset.length === 0 ? [] : [`reset (${reset.join(', ')})`]),
  ]
}
