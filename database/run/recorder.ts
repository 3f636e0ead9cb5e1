import { performance } from 'node:perf_hooks'
import { deleteEntry, insertEntry, type LedgerEntry, type Progress, updateEntry } from '../ledger/ledger-sql.ts'
import { type LedgerMemory, type RowState, rowState } from './ledger-memory.ts'
import type { PlannedRun } from './planned-run.ts'
import type { RunSettings } from './run-options.ts'
import { countStatements } from './units.ts'

/** Keeps the ledger's row of one revision: gives the SQL that says how far it has come, and changes one row. */
export interface Recorder {
  /** The SQL that says how many statements are done, and which one outside a transaction was begun last. */
  readonly progress: (done: number, begun?: number, error?: string) => string
  /** The SQL that says that the revision is there, or is gone. */
  readonly finish: () => string
  /** To be called when the SQL given last is committed. */
  readonly committed: () => void
  /** Whether the ledger says that the revision stands half way. */
  readonly isHalf: () => boolean
  /** Since the run began. */
  readonly milliseconds: () => number
}

/** The recorder of a run that begins now; `clock` gives milliseconds. */
export function recorderOf(
  run: PlannedRun,
  { ledger, by, tool }: RunSettings,
  memory?: LedgerMemory,
  clock: () => number = () => performance.now(),
): Recorder {
  const start = clock()
  let mark = start
  let there = run.direction === 'down' || run.row !== undefined
  let row: RowState | undefined = run.row && rowState(run.row)
  let next: RowState | undefined
  const statements = countStatements(run.units)
  const entry: LedgerEntry = {
    id: run.id,
    parents: run.parents,
    message: run.message,
    checksum: run.upChecksum,
    direction: run.direction,
    by,
    tool,
    statements,
    ...(run.direction === 'down' ? { downChecksum: run.checksum } : {}),
  }
  const write = (progress: Omit<Progress, 'elapsed'>) => {
    const { done, begun, finished } = progress
    next = { direction: run.direction, done, begun, finished }
    const whole = { ...progress, elapsed: Math.round(clock() - mark) }
    return there ? updateEntry(ledger, entry, whole, row) : insertEntry(ledger, entry, whole)
  }
  return {
    progress: (done, begun = done, error) =>
      write({ done, begun, finished: false, ...(error === undefined ? {} : { error }) }),
    finish: () => {
      if (run.direction === 'up') return write({ done: statements, begun: statements, finished: true })
      next = undefined
      return deleteEntry(ledger, run.id, row)
    },
    committed: () => {
      there = next !== undefined
      row = next
      mark = clock()
      memory?.wrote(run.id, row)
    },
    isHalf: () => row !== undefined && !row.finished,
    milliseconds: () => Math.round(clock() - start),
  }
}
