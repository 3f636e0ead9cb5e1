import { ancestors } from '../../compiler/revisions/reach.ts'
import { readStampTargets } from '../../compiler/revisions/stamp.ts'
import type { DialectName } from '../../compiler/schema/dialect.ts'
import { type Ledger, type LedgerRow, ledgerOf } from '../ledger/ledger.ts'
import { createLedger } from '../ledger/ledger-sql.ts'
import { type RunOptions, settingsOf } from './run-options.ts'
import type { Runnables } from './runnable.ts'
import { changeOf, stampStatements, sumOf } from './stamp.ts'

/** The SQL of `mig stamp` for a ledger that is where the targets' ranges begin: empty unless one says otherwise. */
export function stampScript(
  runnables: Runnables,
  targets: readonly string[],
  dialect: DialectName,
  options: RunOptions,
): string {
  const settings = settingsOf(options, ledgerOf(dialect, options.ledger))
  const { from, to } = readStampTargets(runnables.graph, targets)
  const rows = [...ancestors(runnables.graph, from)].map(id => presumedRow(runnables, id, settings.ledger))
  const change = changeOf(runnables, rows, { targets: to, purge: false }, settings.ledger)
  const statements = stampStatements(runnables, change, settings, rows)
  const begin = dialect === 'sqlite' ? 'begin immediate' : 'begin'
  return `${[begin, createLedger(settings.ledger), ...statements, 'commit'].map(sql => `${sql};`).join('\n')}\n`
}

/** A row that a ledger has where a range says so. */
function presumedRow({ revisions }: Runnables, id: string, ledger: Ledger): LedgerRow {
  const runnable = revisions.get(id)!
  return {
    ...runnable.head,
    checksum: sumOf(runnable, ledger),
    direction: 'up',
    started: '',
    finished: '',
    milliseconds: 0,
    by: '',
    tool: '',
    statements: 0,
    done: 0,
    begun: 0,
  }
}
