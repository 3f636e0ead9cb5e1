import type { DialectName, Sql } from '../dialect.ts'
import type { QName } from '../name.ts'
import type { TableHead } from '../table.ts'
import type { Index } from '../table-index.ts'

/** A materialized view; `sql` is its query. */
export interface MaterializedView extends Pick<TableHead, 'using' | 'with' | 'tablespace'> {
  readonly kind: 'materialized view'
  readonly name: QName
  /** What its first columns are called, whatever the query calls them. */
  readonly columnNames?: readonly string[]
  readonly sql: Sql
  /** Each has its own name; the order means nothing. */
  readonly indexes: readonly Index[]
  /** True where it is not filled when it is made. */
  readonly withNoData?: true
  readonly dependsOn?: readonly QName[]
  readonly comment?: string
  readonly only?: DialectName
}
