import type { Type } from '../schema/type.ts'
import { canonicalType, decimalDigits, integerDigits, isNumber, isString, lengthOf } from '../schema/type-family.ts'
import { sqlName } from '../sql/name-text.ts'

const RANGES: Readonly<Record<string, readonly [string, string]>> = {
  smallint: ['-32768', '32767'],
  int: ['-2147483648', '2147483647'],
  bigint: ['-9223372036854775808', '9223372036854775807'],
}

/** The Postgres query that counts the rows whose value does not fit a narrower type, where there is a plain one. */
export function countMisfits(table: string, column: string, from: Type, to: Type): string | undefined {
  const condition = misfit(sqlName(column), canonicalType(from), canonicalType(to))
  return condition === undefined ? undefined : `select count(*) from ${table} where ${condition}`
}

function misfit(column: string, from: Type, to: Type): string | undefined {
  if (to.kind !== 'builtin') return undefined
  const length = isString(to) ? lengthOf(to) : undefined
  if (length !== undefined) return `char_length(${isString(from) ? column : `${column}::text`}) > ${length}`
  if (!isNumber(from)) return undefined
  if (integerDigits(to) !== undefined) return `${column} not between ${RANGES[to.name]!.join(' and ')}`
  const digits = to.name === 'decimal' ? decimalDigits(to) : undefined
  return digits === undefined ? undefined : `abs(${column}) >= 1e${digits.whole}`
}
