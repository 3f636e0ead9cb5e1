import type { DialectName } from '../dialect.ts'
import type { QName } from '../name.ts'

/** A policy of a table's row security; what Postgres assumes anyway is left out. */
export interface PolicyObject {
  readonly kind: 'policy'
  /** Without a schema: it is a name within its table. */
  readonly name: QName
  readonly table: QName
  readonly restrictive?: true
  /** Left out for all commands. */
  readonly command?: 'select' | 'insert' | 'update' | 'delete'
  /** In the order of their letters; left out for everybody. */
  readonly roles?: readonly string[]
  /** What holds for the rows that are there, as a text of Postgres. */
  readonly using?: string
  /** What holds for the rows that are written. */
  readonly check?: string
  readonly dependsOn?: readonly QName[]
  readonly comment?: string
  readonly only?: DialectName
}
