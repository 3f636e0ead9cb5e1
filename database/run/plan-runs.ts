import { dirname, join } from 'node:path'
import { downgradePath } from '../../compiler/revisions/downgrade-path.ts'
import { readSqlFile, type SqlFile, sumOfBody } from '../../compiler/revisions/sql-file.ts'
import { type Direction, sqlFileName } from '../../compiler/revisions/stored-revision.ts'
import { upgradePath } from '../../compiler/revisions/upgrade-path.ts'
import { controlsTransaction as isControl } from '../../compiler/sql/transaction-control.ts'
import { cannotRun } from '../failures.ts'
import type { LedgerRow } from '../ledger/ledger.ts'
import { type Applied, appliedOf } from './applied.ts'
import { checkLoss } from './check-loss.ts'
import { controlsTransaction, editedAfter, editedByHand, halfWay, missingSql } from './plan-failures.ts'
import type { PlannedRun } from './planned-run.ts'
import type { RunSettings } from './run-options.ts'
import type { Runnable, Runnables } from './runnable.ts'
import { unitsOf } from './units.ts'

/** Where a database is to go. */
export interface Journey {
  readonly direction: Direction
  readonly target: string
  /** Whether a downgrade may lose data. */
  readonly allowLoss: boolean
}

/**
 * What is to run, in order, to bring a database with these ledger rows to the target. All that can be known before
 * anything runs is checked: files that are missing or edited, revisions without a way back, data that would be lost.
 */
export function planRuns(
  { graph, revisions }: Runnables,
  rows: readonly LedgerRow[],
  { direction, target, allowLoss }: Journey,
  settings: Pick<RunSettings, 'ledger' | 'nameOf'>,
): readonly PlannedRun[] {
  const applied = appliedOf(graph, rows)
  const path = pathOf(graph, applied, direction, target)
  checkHalf(graph, applied, direction, path)
  checkEdited(revisions, direction === 'up' ? applied.ids : path, applied, settings)
  const runs = halfFirst(path, applied).map(id =>
    plannedRun(revisions.get(id)!, direction, applied.rows.get(id), settings),
  )
  if (direction === 'down' && !allowLoss) checkLoss(runs)
  return runs
}

function pathOf(graph: Runnables['graph'], applied: Applied, direction: Direction, target: string): readonly string[] {
  if (direction === 'up') return upgradePath(graph, applied.tips, target)
  return downgradePath(graph, applied.tips, target)
}

/** A revision that stands half way is finished in its own direction before anything else runs. */
function checkHalf(graph: Runnables['graph'], { half }: Applied, direction: Direction, path: readonly string[]): void {
  if (half === undefined || (half.direction === direction && path.includes(half.id))) return
  throw halfWay(graph, half)
}

/** All that it stands on is there on the way up, and nothing that stands on it on the way down. */
function halfFirst(path: readonly string[], { half }: Applied): readonly string[] {
  return half === undefined ? path : [half.id, ...path.filter(id => id !== half.id)]
}

function checkEdited(
  revisions: Runnables['revisions'],
  ids: Iterable<string>,
  applied: Applied,
  { ledger, nameOf }: Pick<RunSettings, 'ledger' | 'nameOf'>,
): void {
  for (const id of ids) {
    const runnable = revisions.get(id)!
    const row = applied.rows.get(id)!
    const text = runnable.sql(ledger.dialect, 'up')
    if (text === undefined) continue
    const sum = sumOfBody(text)
    if (sum !== row.checksum) throw editedAfter(row, sum, nameOf(pathOfSql(runnable, ledger.dialect, 'up')))
  }
}

/** A revision as it is to run in one direction; throws when its SQL is missing, edited, or refuses to run. */
export function plannedRun(
  runnable: Runnable,
  direction: Direction,
  row: LedgerRow | undefined,
  { ledger: { dialect }, nameOf }: Pick<RunSettings, 'ledger' | 'nameOf'>,
): PlannedRun {
  const { id, message, parents } = runnable.head
  const name = nameOf(pathOfSql(runnable, dialect, direction))
  const text = runnable.sql(dialect, direction)
  if (text === undefined) throw missingSql(id, name, dialect)
  const file = readSqlFile(text)
  if (!file.sumHolds) throw editedByHand(id, name)
  if (file.id !== id || file.dialect !== dialect || file.direction !== direction) throw editedByHand(id, name)
  if (file.refused !== undefined) throw cannotRun(name, file.refused)
  const checksum = file.sum
  const upChecksum = direction === 'up' ? checksum : (row?.checksum ?? '')
  const half = row !== undefined && row.finished === undefined ? row : undefined
  const before = half && (direction === 'up' ? half.checksum : half.downChecksum)
  if (half !== undefined && before !== checksum) throw editedAfter({ ...half, checksum: before ?? '' }, checksum, name)
  checkControl(file, name)
  const units = unitsOf(file, dialect)
  const known = { ...(row === undefined ? {} : { row }), ...(half === undefined ? {} : { resume: half }) }
  return { id, message, parents, direction, file, name, units, upChecksum, checksum, ...known }
}

/** Where a transaction begins and ends decides what is whole after a failure: that is no business of a statement. */
function checkControl({ parts }: SqlFile, name: string): void {
  for (const { statements } of parts) {
    const found = statements.find(({ sql }) => isControl(sql))
    if (found !== undefined) throw controlsTransaction(name, found.line, found.sql)
  }
}

function pathOfSql(runnable: Runnable, dialect: RunSettings['ledger']['dialect'], direction: Direction): string {
  return join(dirname(runnable.file), sqlFileName(dialect, direction))
}
