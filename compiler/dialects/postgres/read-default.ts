import type { Type } from '../../schema/type.ts'
import type { Value } from '../../schema/value.ts'

const NUMBER = /^-?\d+(?:\.\d+)?$/
const STRING = /^'((?:[^']|'')*)'(?:::[a-z_"][\w ".,()]*(?:\[\])?)?$/
const NUMERIC = /^(?:smallint|integer|bigint|numeric|real|double precision)\b(?!.*\[\])/

/** The default as the text of an expression says it: a literal where it is one; undefined for null, which is none. */
export function readDefault(text: string, type: Type): Value | undefined {
  const sql = text.trim()
  if (/^null(?:::.*)?$/i.test(sql)) return undefined
  if (/^(?:true|false)$/i.test(sql)) return { kind: 'bool', value: sql.toLowerCase() === 'true' }
  if (NUMBER.test(sql)) return { kind: 'number', text: sql }
  const quoted = STRING.exec(sql)?.[1]?.replaceAll("''", "'")
  if (quoted === undefined) return { kind: 'sql', sql: { all: sql } }
  if (type.kind === 'enum') return { kind: 'enum value', value: quoted }
  if (type.kind === 'raw' && NUMERIC.test(type.sql) && NUMBER.test(quoted)) return { kind: 'number', text: quoted }
  return { kind: 'string', value: quoted }
}
