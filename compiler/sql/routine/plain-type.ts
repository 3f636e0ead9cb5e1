import { type Code, isSign, readCode, wordAt } from '../code.ts'
import { sqlName } from '../name-text.ts'
import { pathAt } from '../path-at.ts'

/** What `format_type` writes for names that mean a type of Postgres itself. */
const NAMES: ReadonlyMap<string, string> = new Map([
  ['int', 'integer'],
  ['int4', 'integer'],
  ['int2', 'smallint'],
  ['int8', 'bigint'],
  ['dec', 'numeric'],
  ['decimal', 'numeric'],
  ['float', 'double precision'],
  ['float8', 'double precision'],
  ['double precision', 'double precision'],
  ['double', 'double precision'],
  ['float4', 'real'],
  ['bool', 'boolean'],
  ['varchar', 'character varying'],
  ['character varying', 'character varying'],
  ['char varying', 'character varying'],
  ['national character varying', 'character varying'],
  ['national char varying', 'character varying'],
  ['nchar varying', 'character varying'],
  ['char', 'character'],
  ['bpchar', 'character'],
  ['nchar', 'character'],
  ['national character', 'character'],
  ['national char', 'character'],
  ['bit varying', 'bit varying'],
  ['varbit', 'bit varying'],
  ['timestamptz', 'timestamp with time zone'],
  ['timestamp with time zone', 'timestamp with time zone'],
  ['timestamp without time zone', 'timestamp without time zone'],
  ['timestamp', 'timestamp without time zone'],
  ['timetz', 'time with time zone'],
  ['time with time zone', 'time with time zone'],
  ['time without time zone', 'time without time zone'],
  ['time', 'time without time zone'],
])

/**
 * A type as Postgres keeps it for an argument, in the words of `format_type`: without a length, which it forgets there, and
 * without the schemas `pg_catalog` and `public`. `int4` is `integer`, `varchar(10)[3]` is `character varying[]`.
 */
export function plainTypeOf(code: Code, from: number, to: number): string {
  const setof = wordAt(code, from) === 'setof'
  const start = setof ? from + 1 : from
  const path = pathAt(code, start, to)
  const parts = path.map(at => code.tokens[at]!)
  const rest = start + path.length * 2 - 1
  const last = parts.at(-1)
  if (last === undefined || start >= to) return ''
  const schema = parts.length > 1 ? parts.at(-2)!.value : undefined
  const known = schema === undefined || schema === 'pg_catalog' ? wordsOf(code, start, rest, to, last.value) : undefined
  const kept = schema === undefined || schema === 'pg_catalog' || schema === 'public' ? [] : [sqlName(schema)]
  const quoted = last.kind === 'quoted name'
  const own = quoted ? quotedType(last.value) : typeName(last.value)
  const name = (!quoted && known) || [...kept, own].join('.')
  return `${setof ? 'setof ' : ''}${name}${isArray(code, rest, to) ? '[]' : ''}`
}

/** The same for a text that is all a type. */
export function plainTypeText(text: string): string {
  const code = readCode(text)
  return plainTypeOf(code, 0, code.tokens.length)
}

/** The words of a type that is Postgres' own: `timestamp with time zone`. */
function wordsOf(code: Code, start: number, rest: number, to: number, name: string): string | undefined {
  const words = [name]
  if (rest - start === 1) {
    for (let at = rest; at < to; at++) {
      const word = wordAt(code, at)
      if (word !== '' && word !== 'array') words.push(word)
      if (isSign(code, at, '(')) at = Math.min(code.closes[at]!, to)
    }
  }
  if (name === 'interval') return 'interval'
  return NAMES.get(words.join(' '))
}

/** A reserved word can be a type's name without quotes where it is one of Postgres' own. */
function typeName(name: string): string {
  return /^[a-z_][a-z0-9_]*$/.test(name) ? name : sqlName(name)
}

/** `"char"` is another type than `char`. */
function quotedType(name: string): string {
  return NAMES.has(name) ? `"${name}"` : sqlName(name)
}

function isArray(code: Code, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (isSign(code, at, '[') || wordAt(code, at) === 'array') return true
  return false
}
