import { affinityOf } from '../../schema/affinity.ts'
import type { BuiltinType, Type } from '../../schema/type.ts'
import { canonicalType } from '../../schema/type-family.ts'

const DECLARED: Readonly<Record<string, string>> = {
  smallint: 'INTEGER',
  int: 'INTEGER',
  bigint: 'INTEGER',
  decimal: 'NUMERIC',
  real: 'REAL',
  double: 'REAL',
  bool: 'BOOLEAN',
  text: 'TEXT',
  varchar: 'VARCHAR',
  char: 'CHAR',
  bytes: 'BLOB',
  uuid: 'TEXT',
  date: 'TEXT',
  time: 'TEXT',
  timestamp: 'TEXT',
  timestamptz: 'TEXT',
  interval: 'TEXT',
  json: 'TEXT',
  jsonb: 'TEXT',
}

/** The types whose length or precision SQLite keeps in the declaration, though it does not enforce it. */
const WITH_ARGS: ReadonlySet<string> = new Set(['decimal', 'varchar', 'char'])

/** The type as SQLite declares it, in upper case; undefined for a type that has no spelling here. */
export function spell(type: Type): string | undefined {
  const known = canonicalType(type)
  switch (known.kind) {
    case 'builtin':
      return spellBuiltin(known)
    case 'enum':
      return 'TEXT'
    case 'array':
      return spell(known.of) === undefined ? undefined : 'TEXT'
    case 'raw':
      return normalizeDeclared(known.sql)
  }
}

function spellBuiltin({ name, args }: BuiltinType): string | undefined {
  const declared = DECLARED[name]
  if (declared === undefined || args === undefined || args.length === 0 || !WITH_ARGS.has(name)) return declared
  return `${declared}(${args.join(', ')})`
}

/** A declared type in the one form in which types are compared: upper case, single spaces, `NUMERIC(12, 2)`. */
export function normalizeDeclared(text: string): string {
  return text
    .trim()
    .replace(/\s+/g, ' ')
    .replace(/\s*\(\s*/g, '(')
    .replace(/\s*\)/g, ')')
    .replace(/\s*,\s*/g, ', ')
    .toUpperCase()
}

/**
 * The type of a column in a STRICT table (stricttables.html), which knows six names only; a type in backticks stays as
 * written. A decimal becomes REAL: numbers that arrive as text are still turned into numbers and anything else is refused,
 * which neither TEXT nor ANY does; beyond 15 digits it is as inexact as NUMERIC is outside of STRICT tables.
 */
export function spellStrict(type: Type): string | undefined {
  const declared = spell(type)
  if (declared === undefined || type.kind === 'raw') return declared
  if (declared === 'BOOLEAN') return 'INTEGER'
  if (declared.startsWith('NUMERIC')) return 'REAL'
  return affinityOf(declared)
}
