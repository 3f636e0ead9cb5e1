import type { Type } from '../../schema/type.ts'
import { typeText } from '../../schema/type-text.ts'
import type { Value } from '../../schema/value.ts'

const NUMBER = /^-?\d+(?:\.\d+)?$/
const STRING = /^'((?:[^']|'')*)'(?:::[a-z_"][\w ".,()]*(?:\[\])?)?$/
const NUMERIC = /^(?:smallint|integer|bigint|numeric|real|double precision)\b(?!.*\[\])/

/** The default as the text of an expression says it: a literal where it is one; undefined for null, which is none. */
export function readDefault(text: string, type: Type): Value | undefined {
  const sql = withoutOwnCast(text.trim(), type)
  if (/^null(?:::.*)?$/i.test(sql)) return undefined
  if (/^(?:true|false)$/i.test(sql)) return { kind: 'bool', value: sql.toLowerCase() === 'true' }
  if (NUMBER.test(sql)) return { kind: 'number', text: sql }
  const quoted = STRING.exec(sql)?.[1]?.replaceAll("''", "'")
  if (quoted === undefined) return { kind: 'sql', sql: { all: sql } }
  if (type.kind === 'enum') return { kind: 'enum value', value: quoted }
  if (type.kind === 'raw' && NUMERIC.test(type.sql) && NUMBER.test(quoted)) return { kind: 'number', text: quoted }
  return { kind: 'string', value: quoted }
}

/** A literal that is cast to the very type of its column is what the literal alone is: `'a'::text::mail` of a domain `mail`. */
function withoutOwnCast(sql: string, type: Type): string {
  const cast = `::${type.kind === 'raw' ? type.sql : typeText(type)}`
  const inner = sql.endsWith(cast) ? sql.slice(0, -cast.length) : ''
  return !cast.includes('(') && (NUMBER.test(inner) || STRING.test(inner)) ? inner : sql
}
