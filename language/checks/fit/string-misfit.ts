import type { ArrayType, BuiltinType } from '../../../compiler/schema/type.ts'
import { integerDigits, isNumber, isString, lengthOf } from '../../../compiler/schema/type-family.ts'
import { readExactNumber } from './exact-number.ts'
import type { Misfit, Room } from './fit.ts'
import { isFrozenWord, momentMisfit } from './moment-misfit.ts'
import { numberMisfit } from './number-misfit.ts'

const BOOLS = /^\s*(?:t|tr|tru|true|y|ye|yes|on|1|f|fa|fal|fals|false|n|no|of|off|0)\s*$/i
const SPECIAL_NUMBERS = /^\s*[-+]?(?:nan|inf|infinity)\s*$/i
/** What Postgres reads from version 16 on. */
const OTHER_NOTATIONS = /^\s*[-+]?(?:0[xob][0-9a-f_]+|\d[\d_]*_[\d_]*)\s*$/i
const MOMENTS: Readonly<Record<string, 'date' | 'time' | 'timestamp'>> = {
  date: 'date',
  time: 'time',
  timetz: 'time',
  timestamp: 'timestamp',
  timestamptz: 'timestamp',
}

/** Why a string does not fit a type. */
export function stringMisfit(text: string, type: BuiltinType, room: Room): Misfit | undefined {
  const held = room.dialect === 'postgres'
  if (isString(type)) return lengthMisfit(text, type, held)
  if (type.name === 'bit' || type.name === 'varbit') return bitsMisfit(text, type, held)
  if (isNumber(type)) return numericStringMisfit(text, type, room)
  if (type.name === 'bool') return boolMisfit(text, held)
  if (type.name === 'uuid') return isUuid(text) ? undefined : { why: 'is no UUID', broken: held }
  if (type.name === 'json' || type.name === 'jsonb')
    return isJson(text) ? undefined : { why: 'is no JSON', broken: true }
  if (type.name === 'bytes') return bytesMisfit(text, held)
  const kind = MOMENTS[type.name]
  if (kind === undefined) return undefined
  const why = momentMisfit(text, kind)
  if (why !== undefined) return { why, broken: held }
  if (!isFrozenWord(text)) return undefined
  return {
    why: held
      ? 'is read once, when the table is made, not for each row'
      : 'is only a word, whose meaning the column does not know',
    broken: false,
    instead: kind === 'date' ? 'today()' : 'now()',
  }
}

/** Why a string is no array: it is written as Postgres does, `{a,b}`; SQLite, which holds JSON, takes that form too. */
export function arrayStringMisfit(text: string, type: ArrayType, room: Room): Misfit | undefined {
  if (/^\s*(?:\[[-+]?\d+(?::[-+]?\d+)?\]\s*)*=?\s*\{[\s\S]*\}\s*$/.test(text)) return undefined
  if (room.dialect === 'sqlite' && isJson(text)) return undefined
  const items = /^\s*\[([\w\s,.-]*)\]\s*$/.exec(text)
  const plain = items !== null && (items[1]!.trim() === '' || (type.of.kind === 'builtin' && isNumber(type.of)))
  return {
    why: 'is no array: its items stand in braces',
    broken: true,
    ...(plain && { instead: `'{${items[1]!.trim()}}'` }),
  }
}

function lengthMisfit(text: string, type: BuiltinType, held: boolean): Misfit | undefined {
  const limit = lengthOf(type)
  const length = [...(type.name === 'varchar' || type.name === 'char' ? text.replace(/ +$/, '') : text)].length
  if (limit === undefined || type.name === 'name' || length <= limit) return undefined
  return { why: `has ${length} characters, and the column holds ${limit}`, broken: held }
}

function bitsMisfit(text: string, type: BuiltinType, held: boolean): Misfit | undefined {
  const bits = /^[bB]?([01]*)$/.exec(text)?.[1]?.length
  if (bits === undefined)
    return /^[xX][0-9a-fA-F]*$/.test(text) ? undefined : { why: 'is no text of bits', broken: held }
  const limit = lengthOf(type)
  const fits = limit === undefined || (type.name === 'bit' ? bits === limit : bits <= limit)
  return fits ? undefined : { why: `has ${bits} bits, and the column holds ${limit}`, broken: held }
}

function numericStringMisfit(text: string, type: BuiltinType, room: Room): Misfit | undefined {
  const whole = integerDigits(type) !== undefined
  const endless = type.name !== 'decimal' || type.args === undefined
  if (!whole && (endless ? SPECIAL_NUMBERS : /^\s*nan\s*$/i).test(text)) return undefined
  const number = whole && !/^\s*[-+]?\d+\s*$/.test(text) ? undefined : readExactNumber(text)
  if (number !== undefined) return numberMisfit(text, type, room)
  const held = room.dialect === 'postgres'
  if (held && (/x/i.test(text) || whole || type.name === 'decimal') && OTHER_NOTATIONS.test(text)) return undefined
  return { why: whole ? 'is no whole number' : 'is no number', broken: held || room.strict }
}

function boolMisfit(text: string, held: boolean): Misfit | undefined {
  if (held) return BOOLS.test(text) ? undefined : { why: 'is neither true nor false', broken: true }
  if (/^\s*[01]\s*$/.test(text)) return undefined
  const known = BOOLS.test(text)
  const instead = known ? { instead: /^\s*(?:t|y|on|1)/i.test(text) ? 'true' : 'false' } : {}
  return { why: known ? 'is only a text' : 'is neither true nor false', broken: true, ...instead }
}

function isUuid(text: string): boolean {
  return /^\{?[0-9a-fA-F]{4}(?:-?[0-9a-fA-F]{4}){7}\}?$/.test(text.trim())
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

function bytesMisfit(text: string, held: boolean): Misfit | undefined {
  if (!held || !text.startsWith('\\x')) return undefined
  return /^\\x(?:\s*[0-9a-fA-F]{2})*\s*$/.test(text)
    ? undefined
    : { why: 'is no text of hexadecimal bytes', broken: true }
}
