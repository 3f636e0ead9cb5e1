import { dirname, join } from 'node:path'
import { MigError } from '../../compiler/failure.ts'
import type { RevisionGraph } from '../../compiler/revisions/graph.ts'
import { ancestors } from '../../compiler/revisions/reach.ts'
import { sumOfBody } from '../../compiler/revisions/sql-file.ts'
import { type StoredRevision, sqlFileName } from '../../compiler/revisions/stored-revision.ts'
import type { LedgerRow } from '../ledger/ledger.ts'
import { ledgerTrouble } from '../run/applied.ts'
import { rowsThere } from '../run/current.ts'
import { editedAfter, halfWay } from '../run/plan-failures.ts'
import type { RunSettings } from '../run/run-options.ts'
import type { DriftFinding } from './drift-finding.ts'

/** The revisions of a folder, with their steps. */
export interface Revisions {
  readonly graph: RevisionGraph
  readonly revisions: ReadonlyMap<string, StoredRevision>
}

/** In what a ledger does not fit its revisions: unknown ones, gaps, one that stands half way, some that were edited since. */
export function ledgerFindings(
  { graph, revisions }: Revisions,
  rows: readonly LedgerRow[],
  { ledger, nameOf }: Pick<RunSettings, 'ledger' | 'nameOf'>,
): readonly DriftFinding[] {
  const findings: DriftFinding[] = []
  const trouble = ledgerTrouble(graph, rows)
  if (trouble !== undefined) findings.push(asFinding(trouble))
  const half = rows.find(row => row.finished === undefined)
  if (half !== undefined) {
    const file = revisions.get(half.id)?.file
    findings.push({ ...asFinding(halfWay(graph, half)), ...(file && { file }) })
  }
  for (const row of rowsThere(rows)) {
    const stored = revisions.get(row.id)
    const text = stored?.sql(ledger.dialect, 'up')
    if (stored === undefined || text === undefined) continue
    const sum = sumOfBody(text)
    if (sum === row.checksum) continue
    const file = join(dirname(stored.file), sqlFileName(ledger.dialect, 'up'))
    findings.push({ ...asFinding(editedAfter(row, sum, nameOf(file))), file })
  }
  return findings
}

/** What has not run yet is worth a word and nothing wrong; a gap in what has run is none of it. */
export function pendingFinding(
  { graph }: Pick<Revisions, 'graph'>,
  rows: readonly LedgerRow[],
): readonly DriftFinding[] {
  const ids = rows.map(row => row.id).filter(id => graph.nodes.has(id))
  const below = ancestors(graph, ids)
  const pending = [...graph.nodes.keys()].filter(id => !below.has(id))
  if (pending.length === 0) return []
  const shown = pending.slice(0, 5).join(', ')
  const which = pending.length > 5 ? `${shown} and ${pending.length - 5} more` : shown
  const what = pending.length === 1 ? 'Revision' : 'Revisions'
  return [
    {
      code: 'MIG574',
      severity: 'note',
      message: `${what} ${which} ${pending.length === 1 ? 'has' : 'have'} not run on the database yet.`,
      remedy: 'Run `mig upgrade` when it is time.',
    },
  ]
}

function asFinding(error: unknown): DriftFinding {
  if (!(error instanceof MigError)) throw error
  const remedy = error.remedy.replace(/(?:; `mig check --database` compares)?\. Nothing was changed\.$/, '.')
  return { code: error.code, severity: 'error', message: error.message, remedy }
}
