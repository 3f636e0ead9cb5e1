import type { Type } from '../../../schema/type.ts'
import { canonicalText } from './canonical-type.ts'
import { readTypeText } from './type-text.ts'

const KNOWN: ReadonlySet<string> = new Set([
  'smallint',
  'integer',
  'bigint',
  'numeric',
  'real',
  'double precision',
  'boolean',
  'text',
  'character varying',
  'character',
  'bytea',
  'uuid',
  'date',
  'time without time zone',
  'time with time zone',
  'timestamp without time zone',
  'timestamp with time zone',
  'interval',
  'json',
  'jsonb',
  'bit',
  'bit varying',
  'citext',
  'money',
  'inet',
  'cidr',
  'xml',
  'name',
  'oid',
])

/** A type in backticks as the builtin type that it spells, where it is one; other types as they are. */
export function plainType(type: Type): Type {
  if (type.kind === 'array') return { kind: 'array', of: plainType(type.of) }
  if (type.kind !== 'raw') return type
  const read = readTypeText(canonicalText(type))
  if (read === undefined || !KNOWN.has(read.name)) return type
  const args = read.args.map(Number)
  const one: Type = { kind: 'builtin', name: read.name, ...(args.length > 0 && { args }) }
  return read.array ? { kind: 'array', of: one } : one
}
