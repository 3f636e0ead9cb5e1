import type { RevisionGraph } from '../../compiler/revisions/graph.ts'
import { appliedHeads } from '../../compiler/revisions/reach.ts'
import type { LedgerRow } from '../ledger/ledger.ts'

/** The rows of revisions that are there: applied, or on their way down. */
export function rowsThere(rows: readonly LedgerRow[]): readonly LedgerRow[] {
  return rows.filter(row => row.finished !== undefined || row.direction === 'down')
}

/** Where a database is: the applied revisions that no applied one has as a parent. */
export function currentOf(graph: RevisionGraph, rows: readonly LedgerRow[]): readonly string[] {
  return appliedHeads(
    graph,
    rowsThere(rows).map(row => row.id),
  )
}
