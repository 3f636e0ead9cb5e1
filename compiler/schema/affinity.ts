import type { Type } from './type.ts'
import { canonicalType, decimalDigits, integerDigits } from './type-family.ts'

/** How SQLite treats values put into a column. */
export type Affinity = 'INTEGER' | 'TEXT' | 'BLOB' | 'REAL' | 'NUMERIC'

/** The affinity of a column of that declared type (datatype3.html, section 3.1). */
export function affinityOf(declared: string): Affinity {
  const type = declared.toUpperCase()
  if (type.includes('INT')) return 'INTEGER'
  if (/CHAR|CLOB|TEXT/.test(type)) return 'TEXT'
  if (type === '' || type.includes('BLOB')) return 'BLOB'
  if (/REAL|FLOA|DOUB/.test(type)) return 'REAL'
  return 'NUMERIC'
}

const AFFINITIES: Readonly<Record<string, Affinity>> = {
  smallint: 'INTEGER',
  int: 'INTEGER',
  bigint: 'INTEGER',
  decimal: 'NUMERIC',
  bool: 'NUMERIC',
  real: 'REAL',
  double: 'REAL',
  bytes: 'BLOB',
}

/** The affinity that a type of `.mig` text has in a table that is not STRICT. */
function affinityOfType(type: Type): Affinity {
  if (type.kind === 'raw') return affinityOf(type.sql)
  return (type.kind === 'builtin' ? AFFINITIES[type.name] : undefined) ?? 'TEXT'
}

/** The digits that a number in SQLite keeps for sure once it is no longer an integer of 64 bits (datatype3.html, section 2). */
const EXACT_DIGITS = 15

/**
 * What a copy into a SQLite column of another type does to values without an error, as the end of "values …"
 * (datatype3.html, section 3: a column turns what it can and keeps what it cannot).
 */
export function lossOfAffinity(from: Type, to: Type): string | undefined {
  const [one, two] = [canonicalType(from), canonicalType(to)]
  const [old, now] = [affinityOfType(one), affinityOfType(two)]
  if (old === now) return undefined
  if ((old === 'TEXT' || old === 'BLOB') && now !== 'TEXT' && now !== 'BLOB') return 'lose their spelling'
  const rounded = now === 'REAL' ? old === 'INTEGER' : now === 'TEXT' && (old === 'REAL' || old === 'NUMERIC')
  return rounded && digitsOf(one) > EXACT_DIGITS ? `keep only ${EXACT_DIGITS} digits` : undefined
}

function digitsOf(type: Type): number {
  if (type.kind !== 'builtin') return Number.POSITIVE_INFINITY
  if (type.name === 'bool') return 1
  const limits = type.name === 'decimal' ? decimalDigits(type) : undefined
  return integerDigits(type) ?? (limits === undefined ? Number.POSITIVE_INFINITY : limits.whole + limits.scale)
}
