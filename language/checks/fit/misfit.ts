import type { Type } from '../../../compiler/schema/type.ts'
import { canonicalType, isNumber, isString } from '../../../compiler/schema/type-family.ts'
import type { Value } from '../../../compiler/schema/value.ts'
import { mapArrayText } from '../../../compiler/sql/array-text.ts'
import { callMisfit } from './call-misfit.ts'
import { plainNumber } from './exact-number.ts'
import type { Misfit, Room } from './fit.ts'
import { numberMisfit } from './number-misfit.ts'
import { arrayStringMisfit, stringMisfit } from './string-misfit.ts'

/** Types for which Postgres casts no number and no truth value by itself. */
const NO_NUMBER: ReadonlySet<string> = new Set(
  `bool date time timetz timestamp timestamptz interval uuid json jsonb bytes inet cidr macaddr macaddr8 bit varbit point
  line lseg box path polygon circle tsvector tsquery xml int4range int8range numrange tsrange tstzrange daterange`.split(
    /\s+/,
  ),
)

/**
 * Why a value does not fit a type in one database; nothing is said of SQL, of types in backticks and of types that only the
 * database knows. `values` are those of the enum, when the type is one or an array of one.
 */
export function misfitOf(value: Value, type: Type, room: Room, values?: readonly string[]): Misfit | undefined {
  const known = canonicalType(type)
  if (value.kind === 'sql' || value.kind === 'null' || known.kind === 'raw') return undefined
  if (known.kind === 'enum') return enumMisfit(value, values)
  if (value.kind === 'enum value') return nameMisfit(value.value, known)
  if (known.kind === 'array') {
    if (value.kind === 'string') return arrayStringMisfit(value.value, known, room) ?? itemMisfit(value.value, values)
    return { why: 'is no array', broken: true }
  }
  switch (value.kind) {
    case 'string':
      return stringMisfit(value.value, known, room)
    case 'call':
      return callMisfit(value.name, known, room)
    case 'bool':
      return boolLiteralMisfit(value.value, known, room)
    case 'number':
      return numberLiteralMisfit(value.text, known, room)
  }
}

/** A name where no enum is: `TRUE`, or a text without its quotes. */
function nameMisfit(name: string, type: Type): Misfit {
  const word = name.toLowerCase()
  if (word === 'true' || word === 'false' || word === 'null')
    return { why: `is written \`${word}\``, broken: true, instead: word }
  const text = isString(type) ? { instead: `'${name.replaceAll("'", "''")}'` } : {}
  return { why: `is the name \`${name}\`, and only an enum has values with names`, broken: true, ...text }
}

function enumMisfit(value: Value, values: readonly string[] | undefined): Misfit | undefined {
  const name = value.kind === 'enum value' || value.kind === 'string' ? value.value : undefined
  if (name === undefined) return { why: 'is no value of an enum', broken: true }
  return values === undefined || values.includes(name) ? undefined : { why: 'is no value of the enum', broken: true }
}

function itemMisfit(text: string, values: readonly string[] | undefined): Misfit | undefined {
  const items: string[] = []
  mapArrayText(text, (item, written) => {
    if (written.quoted || item.toLowerCase() !== 'null') items.push(item)
    return written.text
  })
  const other = values && items.find(item => !values.includes(item))
  return other === undefined ? undefined : { why: 'holds what is no value of the enum', broken: true, item: other }
}

function boolLiteralMisfit(value: boolean, type: Type & { kind: 'builtin' }, room: Room): Misfit | undefined {
  if (type.name === 'bool') return undefined
  if (isString(type)) {
    return stringMisfit(String(value), type, room) ?? { why: 'is no text', broken: false, instead: `'${value}'` }
  }
  if (!isNumber(type) && !NO_NUMBER.has(type.name) && type.name !== 'money') return undefined
  return {
    why: `is no value of \`${type.name}\``,
    broken: room.dialect === 'postgres',
    ...(isNumber(type) && { instead: value ? '1' : '0' }),
  }
}

function numberLiteralMisfit(text: string, type: Type & { kind: 'builtin' }, room: Room): Misfit | undefined {
  if (isNumber(type)) return numberMisfit(text, type, room)
  if (isString(type)) {
    return stringMisfit(plainNumber(text), type, room) ?? { why: 'is no text', broken: false, instead: `'${text}'` }
  }
  if (type.name === 'bool') return boolNumberMisfit(text, room)
  if (!NO_NUMBER.has(type.name)) return undefined
  const json = type.name === 'json' || type.name === 'jsonb'
  return {
    why: `is no value of \`${type.name}\``,
    broken: room.dialect === 'postgres' || room.strict,
    ...(json && { instead: `'${text}'` }),
  }
}

function boolNumberMisfit(text: string, room: Room): Misfit | undefined {
  const known = text === '0' || text === '1'
  if (known && room.dialect === 'sqlite') return undefined
  return { why: 'is neither true nor false', broken: true, ...(known && { instead: text === '1' ? 'true' : 'false' }) }
}
