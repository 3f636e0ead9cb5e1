import {
  boundText,
  type PartitionBound,
  type PartitionBy,
  type PartitionKey,
  type PartitionOf,
} from '../../../schema/partition.ts'
import { inParentheses, quoteIdentifier } from '../quote.ts'
import { collation } from './column-text.ts'

/** `for values from ('2022-01-01') to ('2022-02-01')`. */
export function forValues({ bound }: PartitionOf): string {
  return bound.kind === 'default' ? 'default' : `for ${boundText(bound)}`
}

/** `partition by range (paid_on)`. */
export function partitionClause({ strategy, keys }: PartitionBy): string {
  return `partition by ${strategy} (${keys.map(keyText).join(', ')})`
}

function keyText({ column, sql, collate, opclass }: PartitionKey): string {
  const parts = [column === undefined ? inParentheses(sql!.all!) : quoteIdentifier(column)]
  if (collate !== undefined) parts.push(`collate ${collation(collate)}`)
  if (opclass !== undefined) parts.push(opclass)
  return parts.join(' ')
}

/** The condition that rows of a partition meet; undefined where only Postgres can say. */
export function conditionOf(bound: PartitionBound, keys: readonly PartitionKey[]): string | undefined {
  const texts = keys.map(({ column, sql }) =>
    column === undefined ? inParentheses(sql!.all!) : quoteIdentifier(column),
  )
  if (bound.kind === 'list') {
    const values = bound.values.filter(value => value !== 'null')
    const listed = values.length === 0 ? 'false' : `${texts[0]} in (${values.join(', ')})`
    return values.length < bound.values.length ? `${texts[0]} is null or ${listed}` : listed
  }
  if (bound.kind !== 'range') return undefined
  const limits = [limit(texts, bound.from, '>=', '>'), limit(texts, bound.to, '<', '<=')].filter(
    one => one !== undefined,
  )
  return [...texts.map(text => `${text} is not null`), ...limits].join(' and ')
}

/** `minvalue` comes before all values of its column, `maxvalue` after them; what stands behind them does not count (CREATE TABLE). */
function limit(texts: readonly string[], values: readonly string[], before: string, after: string): string | undefined {
  const end = values.findIndex(value => value === 'minvalue' || value === 'maxvalue')
  const told = end === -1 ? values : values.slice(0, end)
  if (told.length === 0) return undefined
  const row = (parts: readonly string[]) => (parts.length === 1 ? parts[0]! : `(${parts.join(', ')})`)
  return `${row(texts.slice(0, told.length))} ${values[end] === 'maxvalue' ? after : before} ${row(told)}`
}
