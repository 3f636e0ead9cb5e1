import type { BuiltinType, Type } from './type.ts'
import { decimalDigits, integerDigits, isNumber, isString, lengthOf } from './type-family.ts'

/** What a cast may do to values. */
export interface TypeLoss {
  /** How values change without an error, as the end of "values …": `are rounded to 2 decimal places`. */
  readonly lossy?: string
  /** Which values make the change fail, as a noun: `a value longer than 20 characters`. */
  readonly narrowing?: string
}

const SAFE: TypeLoss = {}

/** Two decimal places, unless the server's `lc_monetary` says otherwise. */
const MONEY: BuiltinType = { kind: 'builtin', name: 'decimal', args: [19, 2] }

const PAIRS: Readonly<Record<string, TypeLoss>> = {
  'timestamp date': { lossy: 'lose the time of day' },
  'timestamptz date': { lossy: 'lose the time of day' },
  'timestamp time': { lossy: 'lose the date' },
  'timestamptz time': { lossy: 'lose the date' },
  'timestamptz timetz': { lossy: 'lose the date' },
  'timetz time': { lossy: 'lose the time zone' },
  'interval time': { lossy: 'lose days, months and years' },
  'json jsonb': {
    lossy: 'lose their layout, the order of keys and repeated keys',
    narrowing: 'a value with \\u0000 in it',
  },
  'inet cidr': { lossy: 'lose the bits to the right of the netmask' },
  'decimal money': { lossy: 'are rounded to the fraction of the currency', narrowing: 'a value out of range of money' },
  'int bool': { lossy: 'other than 0 become true' },
  'macaddr8 macaddr': { narrowing: 'an address that has no FF and FE in the middle' },
  'int oid': { lossy: 'below zero wrap around' },
  'smallint oid': { lossy: 'below zero wrap around' },
  'bigint oid': { narrowing: 'a value out of range of oid' },
  'oid int': { lossy: 'above 2147483647 wrap around' },
  'bigint money': { narrowing: 'a value out of range of money' },
  'point box': SAFE,
  'box polygon': SAFE,
  'box circle': { lossy: 'become the circle around them' },
  'box lseg': { lossy: 'become their diagonal' },
  'box point': { lossy: 'become their centre' },
  'circle box': { lossy: 'become the box inside them' },
  'circle point': { lossy: 'become their centre' },
  'circle polygon': { lossy: 'become a polygon of 12 points' },
  'lseg point': { lossy: 'become their centre' },
  'polygon box': { lossy: 'become the box around them' },
  'polygon circle': { lossy: 'become a circle' },
  'polygon point': { lossy: 'become their centre' },
  'path polygon': { narrowing: 'an open path' },
  'int bit': { lossy: 'lose the bits that do not fit' },
  'bigint bit': { lossy: 'lose the bits that do not fit' },
  'bit int': { narrowing: 'a value longer than 32 bits' },
  'bit bigint': { narrowing: 'a value longer than 64 bits' },
}

/** What the cast between two types in their canonical form may do to values. */
export function lossBetween(from: Type, to: Type): TypeLoss {
  if (JSON.stringify(from) === JSON.stringify(to)) return SAFE
  if (from.kind === 'array' && to.kind === 'array') return lossBetween(from.of, to.of)
  if (isString(to)) return textLoss(from, to as BuiltinType)
  if (isString(from)) return { lossy: 'lose their spelling', narrowing: 'a text that is no value of the new type' }
  if (from.kind !== 'builtin' || to.kind !== 'builtin') return SAFE
  if (isNumber(from) && isNumber(to)) return numberLoss(from, to)
  if (from.name === 'money' && to.name === 'decimal') return numberLoss(MONEY, to)
  if (from.name === 'jsonb' && isNumber(to)) {
    return { lossy: 'may be rounded', narrowing: 'a value that is no number in the range of the new type' }
  }
  if (from.name === 'jsonb' && to.name === 'bool') return { narrowing: 'a value that is neither true nor false' }
  if (to.name === 'bit' || to.name === 'varbit') {
    const bits = bitLoss(from, to)
    if (bits !== undefined) return bits
  }
  const pair = PAIRS[`${from.name} ${to.name}`]
  return pair?.lossy !== undefined ? pair : { ...precisionLoss(from, to), ...pair }
}

function textLoss(from: Type, to: BuiltinType): TypeLoss {
  const limit = lengthOf(to)
  const lossy = to.name === 'char' && keepsSpaces(from) ? 'lose trailing spaces' : undefined
  const loss = lossy === undefined ? SAFE : { lossy }
  if (limit === undefined || (longestText(from) ?? Number.POSITIVE_INFINITY) <= limit) return loss
  if (to.name === 'name') return { lossy: 'are cut to 63 bytes' }
  return { ...loss, narrowing: `a value longer than ${limit} ${limit === 1 ? 'character' : 'characters'}` }
}

function keepsSpaces(type: Type): boolean {
  return (
    type.kind === 'builtin' && type.name !== 'char' && (isString(type) || type.name === 'json' || type.name === 'xml')
  )
}

function longestText(type: Type): number | undefined {
  if (type.kind !== 'builtin') return undefined
  const digits = integerDigits(type)
  if (digits !== undefined) return digits + 1
  if (type.name === 'bool') return 5
  if (type.name === 'uuid') return 36
  return isString(type) || type.name === 'bit' || type.name === 'varbit' ? lengthOf(type) : undefined
}

function numberLoss(from: BuiltinType, to: BuiltinType): TypeLoss {
  const narrowing = isFloat(to.name) && to.name !== 'real' ? undefined : outOfRange(from, to)
  const lossy = rounding(from, to)
  return { ...(lossy === undefined ? {} : { lossy }), ...(narrowing === undefined ? {} : { narrowing }) }
}

function isFloat(name: string): boolean {
  return name === 'real' || name === 'double'
}

function rounding(from: BuiltinType, to: BuiltinType): string | undefined {
  const exactTo = integerDigits(to)
  const before = integerDigits(from)
  if (exactTo !== undefined) {
    const whole = before !== undefined || (from.name === 'decimal' && decimalDigits(from)?.scale === 0)
    return whole ? undefined : 'are rounded to whole numbers'
  }
  if (to.name === 'decimal') {
    const after = decimalDigits(to)
    if (isFloat(from.name)) return `keep only ${from.name === 'real' ? 6 : 15} digits`
    const scale = before === undefined ? (decimalDigits(from)?.scale ?? Number.POSITIVE_INFINITY) : 0
    return after !== undefined && after.scale < scale ? `are rounded to ${after.scale} decimal places` : undefined
  }
  const room = to.name === 'real' ? 6 : 15
  if (isFloat(from.name)) return from.name === 'double' && to.name === 'real' ? `keep only ${room} digits` : undefined
  const limits = decimalDigits(from)
  const digits = before ?? (limits === undefined ? Number.POSITIVE_INFINITY : limits.whole + limits.scale)
  return digits > room ? `keep only ${room} digits` : undefined
}

function outOfRange(from: BuiltinType, to: BuiltinType): string | undefined {
  const after = integerDigits(to)
  const before = integerDigits(from)
  const wholeBefore = before ?? decimalDigits(from)?.whole ?? Number.POSITIVE_INFINITY
  if (after !== undefined) {
    const fits = before === undefined ? wholeBefore < after : before <= after
    return fits ? undefined : `a value out of range of ${to.name}`
  }
  if (to.name === 'real') return from.name === 'real' || wholeBefore <= 38 ? undefined : 'a value out of range of real'
  const limits = decimalDigits(to)
  const rounded = (before === undefined ? (decimalDigits(from)?.scale ?? 0) : 0) > (limits?.scale ?? 0)
  if (limits === undefined || wholeBefore + (rounded ? 1 : 0) <= limits.whole) return undefined
  return `a value with more than ${limits.whole} digits before the point`
}

function bitLoss(from: BuiltinType, to: BuiltinType): TypeLoss | undefined {
  if (from.name !== 'bit' && from.name !== 'varbit') return undefined
  const limit = lengthOf(to)
  if (limit === undefined) return SAFE
  const before = lengthOf(from)
  if (to.name === 'bit') {
    return from.name === 'bit' && before === limit ? SAFE : { narrowing: `a value that has not exactly ${limit} bits` }
  }
  return before !== undefined && before <= limit ? SAFE : { narrowing: `a value longer than ${limit} bits` }
}

function precisionLoss(from: BuiltinType, to: BuiltinType): TypeLoss {
  const timed = /^(time|timetz|timestamp|timestamptz|interval)$/
  if (!timed.test(from.name) || !timed.test(to.name)) return SAFE
  const after = to.args?.[0]
  if (after === undefined || (from.args?.[0] ?? 6) <= after) return SAFE
  return { lossy: `are rounded to ${after} decimal places of a second` }
}
