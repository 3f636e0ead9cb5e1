import type { BuiltinType, Type } from './type.ts'

/** The names that mean the same type in Postgres, by the one that is used here. */
const SAME_AS: Readonly<Record<string, string>> = {
  integer: 'int',
  int2: 'smallint',
  int4: 'int',
  int8: 'bigint',
  numeric: 'decimal',
  float4: 'real',
  float8: 'double',
  'double precision': 'double',
  boolean: 'bool',
  'character varying': 'varchar',
  character: 'char',
  bytea: 'bytes',
  'timestamp with time zone': 'timestamptz',
  'timestamp without time zone': 'timestamp',
  'time with time zone': 'timetz',
  'time without time zone': 'time',
  'bit varying': 'varbit',
}

/** A builtin type under the one name that stands for all its spellings; other types as they are. */
export function canonicalType(type: Type): Type {
  if (type.kind === 'array') return { kind: 'array', of: canonicalType(type.of) }
  if (type.kind === 'raw') return { kind: 'raw', sql: type.sql.trim().replace(/\s+/g, ' ') }
  if (type.kind !== 'builtin') return type
  return { ...type, name: SAME_AS[type.name] ?? type.name }
}

const INTEGERS: Readonly<Record<string, number>> = { smallint: 5, int: 10, bigint: 19 }
const STRINGS: ReadonlySet<string> = new Set(['text', 'varchar', 'char', 'citext', 'name'])
const NUMBERS: ReadonlySet<string> = new Set(['smallint', 'int', 'bigint', 'decimal', 'real', 'double'])

/** The decimal digits of an integer type, undefined for any other. */
export function integerDigits(type: BuiltinType): number | undefined {
  return INTEGERS[type.name]
}

export function isString(type: Type): boolean {
  return type.kind === 'builtin' && STRINGS.has(type.name)
}

export function isNumber(type: Type): boolean {
  return type.kind === 'builtin' && NUMBERS.has(type.name)
}

/** The length that a type limits its values to; Postgres reads `char` and `bit` alone as length 1. */
export function lengthOf(type: BuiltinType): number | undefined {
  if (type.args?.[0] !== undefined) return type.args[0]
  if (type.name === 'name') return 63
  return type.name === 'char' || type.name === 'bit' ? 1 : undefined
}

/** The digits before and after the point of a `decimal`; undefined where it has no limit. */
export function decimalDigits(type: BuiltinType): { readonly whole: number; readonly scale: number } | undefined {
  const [precision, scale = 0] = type.args ?? []
  return precision === undefined ? undefined : { whole: precision - scale, scale }
}
