import type { Type } from '../../../schema/type.ts'
import { typeChange } from '../../../schema/type-change.ts'
import { canonicalType, isString } from '../../../schema/type-family.ts'
import { inParentheses, quoteQName } from '../quote.ts'
import { spell } from '../types.ts'
import { canonicalText } from './canonical-type.ts'
import { castType } from './cast-type.ts'
import { plainType } from './plain-type.ts'
import { readTypeText } from './type-text.ts'

const STAMP = 'timestamp without time zone'
const STAMPTZ = 'timestamp with time zone'

/** Whether Postgres holds two types as the same one. */
export function isSameType(from: Type, to: Type): boolean {
  return typeName(from) === typeName(to)
}

/** The type as the catalog names it. */
function typeName(type: Type): string {
  if (type.kind === 'enum') return quoteQName(type.name)
  return type.kind === 'array' ? `${typeName(type.of)}[]` : canonicalText(type)
}

/**
 * How each value of a column is turned when its type changes: nothing where Postgres casts by itself, else an expression.
 * It never casts to a type with a length or a scale: an explicit cast cuts in silence where the assignment refuses.
 */
export function usingFor(column: string, from: Type, to: Type): string | undefined {
  const zoned = zonedCast(column, nameOf(from), nameOf(to))
  if (zoned !== undefined) return zoned
  const one = plainType(from)
  const two = plainType(to)
  const change = typeChange(one, two)
  if (isEnum(one) && isEnum(two)) return `${throughText(column, from)}::${spell(to)}`
  if (change.known && change.cast === 'implicit') return undefined
  return `${isEnum(one) || isEnum(two) ? throughText(column, from) : column}::${unlimited(to)}`
}

/**
 * An expression that somebody wrote for the values of a column, cast to the column's type where the assignment would not
 * do that by itself: `case … end` is text, and no enum, number or date. Anything can be assigned to a string (the manual, CREATE
 * CAST), and of a type in backticks only who wrote it knows what a cast would cut.
 */
export function usingWritten(sql: string, to: Type): string {
  const written = inParentheses(sql)
  const plain = plainType(to)
  const item = itemOf(plain)
  if (item.kind === 'raw' || (item === plain && isString(canonicalType(item)))) return written
  const type = unlimited(to)
  const cast = castType(sql)
  return cast !== undefined && isSameBare(cast, type) ? written : `${written}::${type}`
}

/** Whether two spellings mean the same type but for a length or a scale. */
function isSameBare(one: string, two: string): boolean {
  const [a, b] = [one, two].map(readTypeText)
  if (a === undefined || b === undefined) return one.trim() === two
  return a.name === b.name && a.array === b.array
}

function itemOf(type: Type): Type {
  return type.kind === 'array' ? itemOf(type.of) : type
}

/** Moments and local times turn into each other in UTC, whatever the time zone of the session is. */
function zonedCast(column: string, from: string, to: string): string | undefined {
  if (from === STAMPTZ && to === STAMP) return `${column} at time zone 'UTC'`
  if (from === STAMP && to === STAMPTZ) return `${column} at time zone 'UTC'`
  if (from === STAMPTZ && (to === 'date' || to === 'time without time zone')) {
    return `(${column} at time zone 'UTC')::${to === 'date' ? 'date' : 'time'}`
  }
  return from === 'date' && to === STAMPTZ ? `${column}::timestamp at time zone 'UTC'` : undefined
}

function nameOf(type: Type): string {
  const read = type.kind === 'enum' ? undefined : readTypeText(typeName(type))
  return read === undefined || read.array ? '' : read.name
}

function isEnum(type: Type): boolean {
  return type.kind === 'array' ? isEnum(type.of) : type.kind === 'enum'
}

function throughText(column: string, from: Type): string {
  return from.kind === 'array' ? `${column}::text[]` : `${column}::text`
}

/** The names without a length that would mean a length of 1 (the manual, Character Types and Bit String Types). */
const ENDLESS: Readonly<Record<string, string>> = { char: 'bpchar', character: 'bpchar', bit: '"bit"' }

/** The type without the length or scale of a builtin one. */
function unlimited(type: Type): string {
  const plain = plainType(type)
  const item = itemOf(plain)
  const spelled = spell(plain) ?? 'text'
  if (item.kind !== 'builtin') return spelled
  const bare = ENDLESS[item.name] ?? spell({ kind: 'builtin', name: item.name }) ?? item.name
  return plain.kind === 'array' ? `${bare}[]` : bare
}
