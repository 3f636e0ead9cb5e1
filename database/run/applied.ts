import { MigError } from '../../compiler/failure.ts'
import { listed } from '../../compiler/revisions/failures.ts'
import type { RevisionGraph } from '../../compiler/revisions/graph.ts'
import { ancestors, appliedTips } from '../../compiler/revisions/reach.ts'
import type { LedgerRow } from '../ledger/ledger.ts'
import { rowsThere } from './current.ts'

/** What a database holds, by its ledger. */
export interface Applied {
  readonly rows: ReadonlyMap<string, LedgerRow>
  /** The revisions that are there: applied, or on their way down. */
  readonly ids: ReadonlySet<string>
  /** Those of `ids` that no other of them stands on or needs: where paths begin. */
  readonly tips: readonly string[]
  /** A revision that stands half way. */
  readonly half?: LedgerRow
}

/**
 * Reads the ledger's rows against the graph. Throws MIG544 when it holds revisions that no folder does, and MIG545 when
 * a revision is there without one that it stands on.
 */
export function appliedOf(graph: RevisionGraph, ledgerRows: readonly LedgerRow[]): Applied {
  const trouble = ledgerTrouble(graph, ledgerRows)
  if (trouble !== undefined) throw trouble
  const half = ledgerRows.find(row => row.finished === undefined)
  const ids = new Set(rowsThere(ledgerRows).map(row => row.id))
  const rows = new Map(ledgerRows.map(row => [row.id, row]))
  return { rows, ids, tips: appliedTips(graph, ids), ...(half === undefined ? {} : { half }) }
}

/** Why nothing can run on a database whose ledger has these rows: what `appliedOf` would throw. */
export function ledgerTrouble(graph: RevisionGraph, rows: readonly LedgerRow[]): MigError | undefined {
  const unknown = rows.filter(row => !graph.nodes.has(row.id))
  if (unknown.length > 0) return unknownApplied(unknown)
  const ids = new Set(rowsThere(rows).map(row => row.id))
  const lacking = [...ancestors(graph, ids)].filter(id => !ids.has(id))
  return lacking.length > 0 ? gapInLedger(lacking, movedOf(graph, rows)) : undefined
}

function unknownApplied(rows: readonly LedgerRow[]): MigError {
  const names = rows.map(row => `${row.id} '${row.message}' (applied ${row.started} by ${row.by})`)
  return new MigError({
    code: 'MIG544',
    message: `The database is at ${rows.length === 1 ? 'a revision' : 'revisions'} that no folder here holds: ${listed(names)}.`,
    remedy:
      'Use the code that brought the database there: a newer version, or the branch that has the revision. Only where the revision is gone for good, say what the database holds with `mig stamp --purge REV`. Nothing was changed.',
    facts: { revisions: rows.map(row => row.id) },
    exit: 1,
  })
}

/** Revisions whose parents in the folder are not those that they had when they ran. */
function movedOf(graph: RevisionGraph, rows: readonly LedgerRow[]): readonly string[] {
  const sorted = (ids: readonly string[]) => [...ids].sort().join(' ') || 'base'
  return rows.flatMap(({ id, parents }) => {
    const now = graph.nodes.get(id)?.parents ?? []
    return sorted(parents) === sorted(now)
      ? []
      : [`${id} ran after ${sorted(parents)} and says now that it comes after ${sorted(now)}`]
  })
}

function gapInLedger(lacking: readonly string[], moved: readonly string[]): MigError {
  return new MigError({
    code: 'MIG545',
    message: `The ledger has revisions that stand on ${listed(lacking)}, but not ${lacking.length === 1 ? 'that one' : 'those'}.${moved.map(text => ` ${text}.`).join('')}`,
    remedy:
      moved.length > 0
        ? 'Restore the line `after` of that revision from version control, or give the new one its place after it. Nothing was changed.'
        : 'If the database does hold what they make, say so with `mig stamp heads` (or the revision where it is); `mig check --database` compares. Nothing was changed.',
    facts: { revisions: lacking },
    exit: 1,
  })
}
