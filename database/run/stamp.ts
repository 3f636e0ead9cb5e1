import type { RevisionGraph } from '../../compiler/revisions/graph.ts'
import { ancestors, appliedHeads, appliedTips } from '../../compiler/revisions/reach.ts'
import { sumOfBody } from '../../compiler/revisions/sql-file.ts'
import { stamped } from '../../compiler/revisions/stamp.ts'
import { oldestFirst } from '../../compiler/revisions/topological.ts'
import type { Connection } from '../connection.ts'
import { type Ledger, type LedgerRow, ledgerOf } from '../ledger/ledger.ts'
import { deleteEntry, insertEntry, type LedgerEntry, updateEntry } from '../ledger/ledger-sql.ts'
import { makeLedger } from '../ledger/make-ledger.ts'
import { readLedger } from '../ledger/read-ledger.ts'
import type { DatabaseSource } from '../source.ts'
import { appliedOf } from './applied.ts'
import { patient } from './busy.ts'
import { closeQuietly } from './close-quietly.ts'
import { asRunFailure } from './driver-failure.ts'
import { isLost } from './lost.ts'
import { withRunnerLock } from './one-runner.ts'
import { connectionLost } from './run-failures.ts'
import { type RunOptions, type RunSettings, settingsOf } from './run-options.ts'
import { timeoutsOf } from './run-transaction.ts'
import type { Runnable, Runnables } from './runnable.ts'
import { type RunnerSession, runInSession } from './runner-session.ts'
import type { Runner } from './work.ts'

/** What a database is said to be at. */
export interface StampRequest {
  readonly targets: readonly string[]
  /** Forget everything that the ledger holds first. */
  readonly purge: boolean
}

/** What a stamp changes in the ledger. */
export interface Stamped {
  /** Revisions that are said to be there and were not, to be gone and were there, or whose sum is taken over anew. */
  readonly added: readonly string[]
  readonly removed: readonly string[]
  readonly refreshed: readonly string[]
  readonly current: readonly string[]
}

/** Says in the ledger where a database is, and runs nothing: the revisions that the targets stand on count as applied. */
export async function stampDatabase(
  source: DatabaseSource,
  runnables: Runnables,
  request: StampRequest,
  options: RunOptions,
): Promise<Stamped> {
  const settings = settingsOf(options, ledgerOf(source.dialect, options.ledger))
  const main = patient(await source.open({ create: !settings.dryRun }), settings)
  try {
    return await withRunnerLock(source, main, settings, runner => stampAlone(main, runner, runnables, request))
  } catch (error) {
    throw asRunFailure(error)
  } finally {
    await closeQuietly(main)
  }
}

async function stampAlone(
  main: Connection,
  { settings, session }: Runner,
  runnables: Runnables,
  request: StampRequest,
): Promise<Stamped> {
  let committing = false
  let open = main.dialect === 'postgres'
  try {
    await begin(main, settings, session)
    open = true
    const { there, rows } = await readLedger(main, settings.ledger)
    const change = changeOf(runnables, rows, request, settings.ledger)
    if (!settings.dryRun) {
      if (!there) await makeLedger(main, settings.ledger)
      for (const sql of stampStatements(runnables, change, settings, rows)) await main.exec(sql)
    }
    committing = !settings.dryRun
    await main.exec(committing ? 'commit' : 'rollback')
    return change
  } catch (error) {
    if (open) await main.exec('rollback').catch(() => {})
    throw isLost(error) ? connectionLost((error as Error).message, committing) : error
  }
}

async function begin(main: Connection, settings: RunSettings, session: RunnerSession | undefined): Promise<void> {
  if (main.dialect === 'sqlite') return main.exec(settings.dryRun ? 'begin' : 'begin immediate')
  const sql = `begin; ${timeoutsOf(settings, 'set local')}`
  await (session === undefined ? main.exec(sql) : runInSession(main, session, sql))
}

/** What a stamp changes in a ledger with these rows. */
export function changeOf(
  { graph, revisions }: Runnables,
  rows: readonly LedgerRow[],
  { targets, purge }: StampRequest,
  ledger: Ledger,
): Stamped {
  const tips = purge ? [] : tipsOf(graph, rows)
  const after = ancestors(graph, stamped(graph, tips, targets))
  const before = new Map(rows.map(row => [row.id, row]))
  const added = oldestFirst(graph, new Set([...after].filter(id => !before.has(id))))
  const removed = rows.map(row => row.id).filter(id => !after.has(id))
  const refreshed = oldestFirst(graph, after).filter(id => {
    const row = before.get(id)
    return row !== undefined && (row.finished === undefined || row.checksum !== sumOf(revisions.get(id)!, ledger))
  })
  return { added, removed, refreshed, current: appliedHeads(graph, after) }
}

/** The SQL of a stamp. A revision that stood half way counts as applied, or is gone. */
export function stampStatements(
  { revisions }: Runnables,
  { added, removed, refreshed }: Stamped,
  { ledger, by, tool }: RunSettings,
  rows: readonly LedgerRow[] = [],
): readonly string[] {
  const entry = (id: string): LedgerEntry => {
    const runnable = revisions.get(id)!
    const checksum = sumOf(runnable, ledger)
    return { ...runnable.head, checksum, direction: 'up', by, tool, statements: 0 }
  }
  const whole = { done: 0, begun: 0, elapsed: 0, finished: true }
  const known = new Set(rows.map(row => row.id))
  return [
    ...removed.map(id => deleteEntry(ledger, id)),
    ...refreshed.filter(id => known.has(id)).map(id => updateEntry(ledger, entry(id), whole)),
    ...added.map(id => insertEntry(ledger, entry(id), whole)),
  ]
}

/** Where the ledger says the database is; a gap in it, or a revision half way, is what a stamp may be there to mend. */
function tipsOf(graph: RevisionGraph, rows: readonly LedgerRow[]): readonly string[] {
  const unknown = rows.filter(row => !graph.nodes.has(row.id))
  if (unknown.length > 0) appliedOf(graph, rows)
  return appliedTips(
    graph,
    rows.map(row => row.id),
  )
}

/** The SHA-256 of what a revision runs up; empty where it has no SQL for the database. */
export function sumOf(runnable: Runnable, ledger: Ledger): string {
  const text = runnable.sql(ledger.dialect, 'up')
  return text === undefined ? '' : sumOfBody(text)
}
