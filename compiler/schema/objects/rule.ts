import type { DialectName, Sql } from '../dialect.ts'
import type { QName } from '../name.ts'
import type { FiringState } from '../objects.ts'

/** A rule of a table or view; `sql` is all that follows its name and table: `on delete do instead nothing`. */
export interface RuleObject {
  readonly kind: 'rule'
  /** Without a schema: it is a name within its table. */
  readonly name: QName
  readonly table: QName
  readonly sql: Sql
  readonly state?: FiringState
  readonly dependsOn?: readonly QName[]
  readonly comment?: string
  readonly only?: DialectName
}
