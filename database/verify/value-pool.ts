import { readTypeText } from '../../compiler/dialects/postgres/types/type-text.ts'
import { affinityOf } from '../../compiler/schema/affinity.ts'
import type { DialectName } from '../../compiler/schema/dialect.ts'
import { nameText } from '../../compiler/schema/name.ts'
import type { Enum } from '../../compiler/schema/objects.ts'
import type { Type } from '../../compiler/schema/type.ts'
import { canonicalType } from '../../compiler/schema/type-family.ts'
import { builtinPool } from './builtin-pool.ts'
import type { ValuePool } from './pool.ts'

const NOTHING_KNOWN: ValuePool = {
  edges: ['', '0', '1', 'a', '{}', '[]', '2024-02-29', '(1,2)', '10.0.0.1', 'true'],
  nth: number => String(number),
  kind: 'text',
  family: 'text',
}

/** The values to choose from for a column of a type. */
export function poolOf(type: Type, dialect: DialectName, enums: ReadonlyMap<string, Enum>): ValuePool {
  const known = canonicalType(type)
  switch (known.kind) {
    case 'builtin':
      return builtinPool(known.name, known.args ?? [], dialect) ?? NOTHING_KNOWN
    case 'enum':
      return enumPool(enums.get(nameText(known.name))?.values ?? [])
    case 'array':
      return arrayPool(poolOf(known.of, dialect, enums), dialect)
    case 'raw':
      return rawPool(known.sql, dialect, enums)
  }
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

function rawPool(sql: string, dialect: DialectName, enums: ReadonlyMap<string, Enum>): ValuePool {
  if (dialect === 'sqlite') return declaredPool(sql)
  const read = readTypeText(sql)
  if (read === undefined) return NOTHING_KNOWN
  const { name, args, array } = read
  const inner = { kind: 'builtin', name, args: args.map(Number) } as const
  return poolOf(array ? { kind: 'array', of: inner } : inner, dialect, enums)
}

/** SQLite takes any value of the affinity that a declared type has; a STRICT table takes no other (stricttables.html). */
function declaredPool(declared: string): ValuePool {
  const names = { INTEGER: 'bigint', TEXT: 'text', BLOB: 'bytes', REAL: 'double', NUMERIC: 'decimal' } as const
  return builtinPool(names[affinityOf(declared)], [], 'sqlite')!
}
