import { readTypeText } from '../../compiler/dialects/postgres/types/type-text.ts'
import { affinityOf } from '../../compiler/schema/affinity.ts'
import { type DialectName, forDialect, type PerDialect } from '../../compiler/schema/dialect.ts'
import { nameText, type QName } from '../../compiler/schema/name.ts'
import { multirangeOf } from '../../compiler/schema/objects/range.ts'
import { typeObject } from '../../compiler/schema/objects/type-object.ts'
import type { Schema } from '../../compiler/schema/schema.ts'
import type { EnumType, Type } from '../../compiler/schema/type.ts'
import { canonicalType } from '../../compiler/schema/type-family.ts'
import { builtinPool } from './builtin-pool.ts'
import type { ValuePool } from './pool.ts'

const MOST_EDGES = 8

const NOTHING_KNOWN: ValuePool = {
  edges: ['', '0', '1', 'a', '{}', '[]', '2024-02-29', '(1,2)', '10.0.0.1', 'true', 'pg_class', 'int4', '1:1:'],
  nth: number => String(number),
  kind: 'text',
  family: 'text',
  unknown: true,
}

/** Values that a domain is known to take, by its key; a domain that is not there takes what its base does. */
export type DomainValues = ReadonlyMap<string, readonly string[]>

/** The types that a schema declares, and what is known of them. */
export type Types = Pick<Schema, 'enums' | 'objects'> & { readonly values?: DomainValues }

/** The values to choose from for a column of a type. */
export function poolOf(type: Type, dialect: DialectName, types: Types): ValuePool {
  const known = canonicalType(type)
  switch (known.kind) {
    case 'builtin':
      return builtinPool(known.name, known.args ?? [], dialect) ?? NOTHING_KNOWN
    case 'enum':
      return declaredPool(known, dialect, types)
    case 'array':
      return arrayPool(poolOf(known.of, dialect, types), dialect)
    case 'raw':
      return rawPool(known.sql, dialect, types)
  }
}

function declaredPool({ name }: EnumType, dialect: DialectName, types: Types): ValuePool {
  const values = types.enums.get(nameText(name))?.values
  const object = values === undefined ? typeObject(types, name) : undefined
  if (object === undefined) return enumPool(values ?? [])
  const pool = (type: PerDialect<Type>) => poolOf(forDialect(type, dialect) ?? TEXT, dialect, types)
  if (object.kind === 'composite') return rowPool(object.fields.map(({ type }) => pool(type)))
  if (object.kind === 'range') return rangePool(pool(object.subtype))
  const base = pool(object.type)
  const fitting = types.values?.get(nameText(name)) ?? []
  if (fitting.length === 0) return base
  const isPlain = [1, 2, 3, 4, 5].every(number => fitting.includes(base.nth(number)))
  const nth = isPlain ? base.nth : (number: number) => fitting[number % fitting.length]!
  return { ...base, edges: fitting, nth }
}

const TEXT: Type = { kind: 'builtin', name: 'text' }

/** A row as Postgres reads it from a string: `("a","b")` (Composite Type Input and Output Syntax). */
function rowPool(fields: readonly ValuePool[]): ValuePool {
  const row = (texts: readonly string[]) => `(${texts.map(text => `"${text.replace(/["\\]/g, '$&$&')}"`).join(',')})`
  const most = Math.min(Math.max(0, ...fields.map(({ edges }) => edges.length)), MOST_EDGES)
  const edges = Array.from({ length: most }, (_, at) =>
    row(fields.map(({ edges, nth }) => edges[at % edges.length] ?? nth(at))),
  )
  return { edges, nth: number => row(fields.map(({ nth }) => nth(number))), kind: 'text', family: 'other' }
}

function rangePool({ nth }: ValuePool): ValuePool {
  const inner = (number: number) => `["${nth(2 * number)}","${nth(2 * number + 1)}")`
  return { edges: ['empty', '(,)', `["${nth(1)}",)`], nth: inner, kind: 'text', family: 'other' }
}

/** A list of ranges: the multirange that comes with a range. */
function multirangePool(ranges: ValuePool): ValuePool {
  return { ...ranges, edges: ['{}', '{(,)}'], nth: number => `{${ranges.nth(number)}}` }
}

function enumPool(values: readonly string[]): ValuePool {
  return {
    edges: values,
    nth: number => values[number % Math.max(values.length, 1)] ?? '',
    kind: 'text',
    family: 'enum',
  }
}

function arrayPool(items: ValuePool, dialect: DialectName): ValuePool {
  const list = (texts: readonly string[]) => writeArray(texts, dialect, items)
  const pair = (number: number) => list([items.nth(number), items.nth(number + 1)])
  const pool = { nth: pair, kind: 'text', family: 'array' } as const
  if (items.family === 'array') return { ...pool, edges: [list([items.nth(1)]), pair(1)] }
  const some = items.edges.slice(0, 3)
  return { ...pool, edges: [list([]), list(some.slice(0, 1)), list(some), list([items.nth(1), items.nth(1)])] }
}

/** A list as Postgres reads it from a string, or as SQLite keeps it: `{"a","b"}`, `["a","b"]`; lists in it stay lists. */
export function writeArray(
  texts: readonly string[],
  dialect: DialectName,
  { kind, family }: Pick<ValuePool, 'kind' | 'family'> = { kind: 'text', family: 'text' },
): string {
  const plain = family === 'array'
  if (dialect === 'postgres') {
    return `{${texts.map(text => (plain ? text : `"${text.replace(/["\\]/g, '\\$&')}"`)).join(',')}}`
  }
  return `[${texts.map(text => (plain ? text : kind === 'number' ? String(Number(text)) : JSON.stringify(text))).join(',')}]`
}

function rawPool(sql: string, dialect: DialectName, types: Types): ValuePool {
  if (dialect === 'sqlite') return affinityPool(sql)
  const named = namedPool(sql, dialect, types)
  if (named !== undefined) return named
  const read = readTypeText(sql)
  if (read === undefined) return NOTHING_KNOWN
  const { name, args, array } = read
  const inner = { kind: 'builtin', name, args: args.map(Number) } as const
  return poolOf(array ? { kind: 'array', of: inner } : inner, dialect, types)
}

/** A type of the schema that is named in backticks. */
function namedPool(sql: string, dialect: DialectName, types: Types): ValuePool | undefined {
  const [, text, brackets] = /^(.*?)(\s*\[\d*\])*$/s.exec(sql.trim())!
  const key = text!.replaceAll(/"([a-z_][a-z0-9_]*)"/g, '$1')
  const pool = (name: QName) => {
    const one = declaredPool({ kind: 'enum', name }, dialect, types)
    return brackets === undefined ? one : arrayPool(one, dialect)
  }
  const declared = types.enums.get(key) ?? KINDS.map(kind => types.objects.get(`${kind} ${key}`)).find(Boolean)
  if (declared !== undefined && 'name' in declared) return pool(declared.name as QName)
  for (const object of types.objects.values()) {
    if (object.kind !== 'range' || nameText(multirangeOf(object)) !== key) continue
    return multirangePool(pool(object.name))
  }
  return undefined
}

const KINDS = ['domain', 'composite', 'range'] as const

/** SQLite takes any value of the affinity that a declared type has; a STRICT table takes no other (stricttables.html). */
function affinityPool(declared: string): ValuePool {
  const names = { INTEGER: 'bigint', TEXT: 'text', BLOB: 'bytes', REAL: 'double', NUMERIC: 'decimal' } as const
  return builtinPool(names[affinityOf(declared)], [], 'sqlite')!
}
