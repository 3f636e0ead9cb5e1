import type { DialectName, PerDialect, Sql } from './dialect.ts'
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
  readonly comment?: string
  readonly only?: DialectName
}

/** `identity`: Postgres `generated … as identity`, SQLite `autoincrement`. */
export interface Identity {
  readonly always: boolean
  readonly start?: string
  readonly increment?: string
}

/** `= SQL stored|virtual`. */
export interface Generated {
  readonly sql: Sql
  readonly stored: boolean
}
