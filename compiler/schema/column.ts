import type { Conflict } from './constraint.ts'
import type { DialectName, PerDialect, Sql } from './dialect.ts'
import type { Parameters } from './index-properties.ts'
import type { QName } from './name.ts'
import type { SequenceOptions } from './sequence-options.ts'
import type { Type } from './type.ts'
import type { Value } from './value.ts'

/** A column; its keys, checks and indexes stand in its table. */
export interface Column {
  readonly name: string
  readonly type: PerDialect<Type>
  readonly nullable: boolean
  readonly default?: Value
  readonly identity?: Identity
  readonly generated?: Generated
  readonly collate?: string
  /** How Postgres keeps long values; left out, as is usual for the type. */
  readonly storage?: Storage
  readonly compression?: Compression
  /** How finely Postgres looks at the values when it makes its statistics: `1000`. */
  readonly statistics?: string
  /** What Postgres is told of the values beside: `n_distinct` → `-0.5`. */
  readonly with?: Parameters
  /** What SQLite does with a row whose value is missing. */
  readonly nullConflict?: Conflict
  readonly comment?: string
  readonly only?: DialectName
  /** There for a column of a parent: true where the child says nothing of it, false where it has another default, say. */
  readonly inherited?: boolean
}

/** `identity`: Postgres `generated … as identity`, SQLite `autoincrement`. */
export interface Identity extends SequenceOptions {
  readonly always: boolean
  /** The name of its sequence, where it is not the one that Postgres makes. */
  readonly sequence?: QName
}

export type Storage = 'plain' | 'external' | 'extended' | 'main'

export type Compression = 'pglz' | 'lz4'

/** `= SQL stored|virtual`. */
export interface Generated {
  readonly sql: Sql
  readonly stored: boolean
}
