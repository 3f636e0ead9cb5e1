import { DIALECTS, forDialect, type Sql } from './dialect.ts'
import type { QName } from './name.ts'

/** How a table is divided into partitions. */
export interface PartitionBy {
  readonly strategy: 'range' | 'list' | 'hash'
  readonly keys: readonly PartitionKey[]
}

/** A column or an expression that says to which partition a row belongs; exactly one of `column` and `sql` is there. */
export interface PartitionKey {
  readonly column?: string
  readonly sql?: Sql
  readonly collate?: string
  readonly opclass?: string
}

/** The table that a partition is part of, and the rows that are its. */
export interface PartitionOf {
  readonly parent: QName
  readonly bound: PartitionBound
}

/** Which rows a partition has. Values are SQL: literals, `minvalue`, `maxvalue`, `null` or expressions. */
export type PartitionBound =
  | { readonly kind: 'default' }
  | { readonly kind: 'range'; readonly from: readonly string[]; readonly to: readonly string[] }
  | { readonly kind: 'list'; readonly values: readonly string[] }
  | { readonly kind: 'hash'; readonly modulus: string; readonly remainder: string }

const LITERAL = /^(?:'(?:''|[^'\r\n])*'|-?[0-9]+(?:\.[0-9]+)?|minvalue|maxvalue|null|true|false)$/i

/** Whether a value of a bound is written as it is, without backticks. */
export function isPlainBound(value: string): boolean {
  return LITERAL.test(value)
}

/** A bound as both `.mig` text and SQL have it, each value written by `write`. */
export function boundText(bound: PartitionBound, write: (value: string) => string = value => value): string {
  const list = (values: readonly string[]) => `(${values.map(write).join(', ')})`
  switch (bound.kind) {
    case 'default':
      return 'default'
    case 'range':
      return `values from ${list(bound.from)} to ${list(bound.to)}`
    case 'list':
      return `values in ${list(bound.values)}`
    case 'hash':
      return `values with (modulus ${bound.modulus}, remainder ${bound.remainder})`
  }
}

/** The parts of an expression by which a table is divided, for each database. */
function keyText({ column, sql, collate, opclass }: PartitionKey): string {
  const text = sql && DIALECTS.map(dialect => forDialect(sql, dialect)?.replace(/\s+/g, ' ').trim()).join('\n')
  return JSON.stringify([column, text, collate, opclass])
}

/** Whether two tables are divided alike. */
export function samePartitionBy(a: PartitionBy | undefined, b: PartitionBy | undefined): boolean {
  if (a === undefined || b === undefined) return a === b
  return a.strategy === b.strategy && a.keys.map(keyText).join('\n') === b.keys.map(keyText).join('\n')
}

/** A value of a bound in the one form that Postgres tells it in: `'10'` and `10` are the same number. */
export function plainValue(value: string): string {
  const number = /^'(-?[0-9]+(?:\.[0-9]+)?)'$/.exec(value)?.[1]
  return number ?? (/^[a-z]+$/i.test(value) ? value.toLowerCase() : value)
}

/** Whether two bounds say the same; the order of the values of a list does not count. */
export function sameBound(a: PartitionBound, b: PartitionBound): boolean {
  if (a.kind === 'list' && b.kind === 'list')
    return a.values.map(plainValue).sort().join('\n') === b.values.map(plainValue).sort().join('\n')
  return boundText(a, plainValue) === boundText(b, plainValue)
}
