import type { RevisionGraph } from '../../compiler/revisions/graph.ts'
import { type LedgerRow, ledgerOf } from '../ledger/ledger.ts'
import { readLedger } from '../ledger/read-ledger.ts'
import type { DatabaseSource } from '../source.ts'
import { patient } from './busy.ts'
import { closeQuietly } from './close-quietly.ts'
import { currentOf, rowsThere } from './current.ts'
import { asRunFailure } from './driver-failure.ts'
import { type RunOptions, settingsOf } from './run-options.ts'
import type { Runnables } from './runnable.ts'

/** Where a database is. */
export interface Current {
  readonly current: readonly string[]
  /** The ledger's rows, in the order in which they began. */
  readonly rows: readonly LedgerRow[]
  /** Revisions of the folder that the database does not have yet, in load order. */
  readonly pending: readonly string[]
  /** Revisions that the database has and no folder holds. */
  readonly unknown: readonly LedgerRow[]
  /** A revision that stands half way. */
  readonly half?: LedgerRow
}

/** Reads where a database is, and changes nothing. */
export async function readCurrent(
  source: DatabaseSource,
  { graph }: Pick<Runnables, 'graph'>,
  options: Pick<RunOptions, 'ledger' | 'lockTimeout' | 'onEvent' | 'signal'>,
): Promise<Current> {
  const settings = settingsOf(options, ledgerOf(source.dialect, options.ledger))
  const connection = patient(await source.open(), settings)
  try {
    const { rows } = await readLedger(connection, settings.ledger)
    return stateOf(graph, rows)
  } catch (error) {
    throw asRunFailure(error)
  } finally {
    await closeQuietly(connection)
  }
}

/** What the rows of a ledger say of where a database is. */
export function stateOf(graph: RevisionGraph, rows: readonly LedgerRow[]): Current {
  const there = new Set(rowsThere(rows).map(row => row.id))
  const unknown = rows.filter(row => !graph.nodes.has(row.id))
  const half = rows.find(row => row.finished === undefined)
  const parents = new Set(rowsThere(rows).flatMap(row => row.parents))
  const strangers = unknown.map(row => row.id).filter(id => !parents.has(id))
  const known = currentOf(graph, rows).filter(id => graph.nodes.has(id) && !parents.has(id))
  const pending = [...graph.nodes.keys()].filter(id => !there.has(id))
  return { current: [...known, ...strangers], rows, pending, unknown, ...(half === undefined ? {} : { half }) }
}
