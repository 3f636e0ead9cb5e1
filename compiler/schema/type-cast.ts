import type { Type } from './type.ts'
import { isNumber, isString } from './type-family.ts'

/**
 * How Postgres gets from one type to another: `implicit` by itself, `explicit` only with `using x::type`,
 * `none` only with an expression that a person writes (the view pg_cast, CREATE CAST in the manual).
 */
export type TypeCast = 'implicit' | 'explicit' | 'none'

const IMPLICIT: ReadonlySet<string> = new Set(
  pairs(`
    smallint oid, int oid, bigint oid, oid int, oid bigint,
    int money, bigint money, decimal money, money decimal,
    date timestamp, date timestamptz, timestamp date, timestamp time, timestamp timestamptz,
    timestamptz date, timestamptz time, timestamptz timetz, timestamptz timestamp,
    time interval, interval time, time timetz, timetz time,
    json jsonb, jsonb json, inet cidr, cidr inet, macaddr macaddr8, macaddr8 macaddr,
    bit varbit, varbit bit, point box, box polygon, path polygon, polygon path
  `),
)

const EXPLICIT: ReadonlySet<string> = new Set(
  pairs(`
    int bool, bool int, int bit, bigint bit, bit int, bit bigint,
    jsonb bool, jsonb smallint, jsonb int, jsonb bigint, jsonb decimal, jsonb real, jsonb double,
    box circle, box lseg, box point, circle box, circle point, circle polygon, lseg point,
    polygon box, polygon circle, polygon point,
    int4range int4multirange, int8range int8multirange, numrange nummultirange, daterange datemultirange,
    tsrange tsmultirange, tstzrange tstzmultirange
  `),
)

function pairs(text: string): string[] {
  return text.split(',').map(pair => pair.trim())
}

/** The cast between two types in their canonical form. */
export function castBetween(from: Type, to: Type): TypeCast {
  if (isString(to)) return 'implicit'
  if (isString(from)) return 'explicit'
  if (from.kind === 'array' && to.kind === 'array') return castBetween(from.of, to.of)
  if (from.kind === 'raw' || to.kind === 'raw') return 'implicit'
  if (from.kind === 'enum' && to.kind === 'enum') return from.name.name === to.name.name ? 'implicit' : 'none'
  if (from.kind !== 'builtin' || to.kind !== 'builtin') return 'none'
  if (from.name === to.name || (isNumber(from) && isNumber(to))) return 'implicit'
  const pair = `${from.name} ${to.name}`
  return IMPLICIT.has(pair) ? 'implicit' : EXPLICIT.has(pair) ? 'explicit' : 'none'
}
