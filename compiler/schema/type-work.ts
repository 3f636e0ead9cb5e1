import type { BuiltinType, Type } from './type.ts'
import { decimalDigits, isString, lengthOf } from './type-family.ts'

/** What `alter column … type` makes Postgres do under its lock. */
export type TypeWork = 'free' | 'reindex' | 'rewrite'

const TEXT_ALIKE: ReadonlySet<string> = new Set(['text', 'varchar', 'citext'])
const TIMED: ReadonlySet<string> = new Set(['time', 'timetz', 'timestamp', 'timestamptz', 'interval'])

/** The work between two types in their canonical form (ALTER TABLE in the manual; measured on 12 to 18). */
export function workBetween(from: Type, to: Type): TypeWork {
  if (JSON.stringify(from) === JSON.stringify(to)) return 'free'
  if (from.kind !== 'builtin' || to.kind !== 'builtin') return 'rewrite'
  if (TEXT_ALIKE.has(from.name) && TEXT_ALIKE.has(to.name)) return textWork(from, to)
  if (from.name === to.name) return widens(from, to) ? 'free' : 'rewrite'
  const pair = `${from.name} ${to.name}`
  if (pair === 'cidr inet' || (pair === 'bit varbit' && to.args === undefined)) return 'free'
  if (from.name === 'xml' && isString(to)) return TEXT_ALIKE.has(to.name) && to.args === undefined ? 'free' : 'rewrite'
  if (pair === 'int oid' || pair === 'oid int') return 'reindex'
  if (pair === 'timestamp timestamptz' || pair === 'timestamptz timestamp') {
    return to.args === undefined ? 'reindex' : 'rewrite'
  }
  return 'rewrite'
}

function textWork(from: BuiltinType, to: BuiltinType): TypeWork {
  const limit = lengthOf(to)
  if (limit !== undefined && (lengthOf(from) ?? Number.POSITIVE_INFINITY) > limit) return 'rewrite'
  return from.name === to.name || (from.name !== 'citext' && to.name !== 'citext') ? 'free' : 'reindex'
}

function widens(from: BuiltinType, to: BuiltinType): boolean {
  if (from.name === 'decimal') {
    const after = decimalDigits(to)
    const before = decimalDigits(from)
    if (after === undefined) return true
    return before !== undefined && before.scale === after.scale && before.whole <= after.whole
  }
  if (from.name === 'varbit')
    return (lengthOf(from) ?? Number.POSITIVE_INFINITY) <= (lengthOf(to) ?? Number.POSITIVE_INFINITY)
  return TIMED.has(from.name) && precisionWidens(from, to)
}

function precisionWidens(from: BuiltinType, to: BuiltinType): boolean {
  return (from.args?.[0] ?? 6) <= (to.args?.[0] ?? 6)
}
