import type { Type } from './type.ts'
import { castBetween, type TypeCast } from './type-cast.ts'
import { canonicalType } from './type-family.ts'
import { lossBetween } from './type-loss.ts'
import { type TypeWork, workBetween } from './type-work.ts'

/** What changing the type of a column means in Postgres. */
export interface TypeChange {
  /**
   * `free`: the catalog alone. `reindex`: indexes on the column are built again; between `timestamp` and `timestamptz`
   * that holds while the session's time zone is UTC, else it is a rewrite. `rewrite`: the table and all its indexes.
   */
  readonly work: TypeWork
  /** `explicit` needs `using x::type`, `none` an expression written by hand. */
  readonly cast: TypeCast
  /** How values change without an error, as the end of "values …". */
  readonly lossy?: string
  /** Which values make the change fail, as a noun. */
  readonly narrowing?: string
  /** True when what becomes of a value depends on the session's time zone. */
  readonly zoned?: true
  /** False when one of the types is SQL text that nothing is known about. */
  readonly known: boolean
}

const ZONED: ReadonlySet<string> = new Set([
  'timestamp timestamptz',
  'timestamptz timestamp',
  'timestamptz date',
  'timestamptz time',
  'date timestamptz',
  'time timetz',
])

/** Classifies a change of type as Postgres 12 to 18 carry it out (ALTER TABLE, `alter column … type`). */
export function typeChange(from: Type, to: Type): TypeChange {
  const one = canonicalType(from)
  const two = canonicalType(to)
  const zoned = one.kind === 'builtin' && two.kind === 'builtin' && ZONED.has(`${one.name} ${two.name}`)
  const known = JSON.stringify(one) === JSON.stringify(two) || (!isRaw(one) && !isRaw(two))
  return {
    work: workBetween(one, two),
    cast: castBetween(one, two),
    ...lossBetween(one, two),
    ...(zoned ? { zoned } : {}),
    known,
  }
}

function isRaw(type: Type): boolean {
  return type.kind === 'array' ? isRaw(type.of) : type.kind === 'raw'
}
