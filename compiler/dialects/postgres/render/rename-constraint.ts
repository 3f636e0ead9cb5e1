import { constraintOf, type Table } from '../../../schema/table.ts'
import { quoteIdentifier, quoteQName } from '../quote.ts'
import { liveDescendants } from './partition-tree.ts'
import { emit, type Rendering } from './rendering.ts'

/** Renames a key or check of a table. Its partitions have its foreign keys under the same name, which Postgres leaves as they were. */
export function renameConstraint(work: Rendering, table: Table, from: string, to: string): void {
  const pair = `${quoteIdentifier(from)} to ${quoteIdentifier(to)}`
  const isForeign = [from, to].some(name => constraintOf(table, name)?.kind === 'foreign')
  const parts = isForeign && table.partitionBy !== undefined ? liveDescendants(work, table.name) : []
  for (const { name } of [table, ...parts]) emit(work, `alter table ${quoteQName(name)} rename constraint ${pair}`)
}
