import type { Column } from '../../../schema/column.ts'
import type { QName } from '../../../schema/name.ts'
import { firingVerb } from '../objects/firing-verb.ts'
import { quoteIdentifier, quoteQName } from '../quote.ts'
import { liveTable } from './live.ts'
import { emit, type Rendering } from './rendering.ts'
import type { FiringTrigger } from './row-triggers.ts'

/** Rows that go from one table to another that has the same columns. */
export interface Move {
  readonly from: QName
  readonly to: QName
  readonly columns: readonly Column[]
  /** Which rows; all of them where nothing is said. */
  readonly where?: string
  /** The triggers that would take the move for rows that are deleted and inserted. */
  readonly silent: readonly FiringTrigger[]
}

/** Moves rows. What is deferred is checked at once: no table can be altered while checks of it are still to come (SET CONSTRAINTS). */
export function moveRows(work: Rendering, { from, to, columns, where, silent }: Move): void {
  const firing = silent.filter(({ state }) => state === undefined || state === 'always')
  const turn = ({ table, name }: FiringTrigger, verb: string) =>
    emit(work, `alter table ${quoteQName(table)} ${verb} trigger ${quoteIdentifier(name)}`)
  if (hasDeferred(work, from) || hasDeferred(work, to)) emit(work, 'set constraints all immediate')
  for (const one of firing) turn(one, 'disable')
  const list = columns
    .filter(({ generated }) => generated === undefined)
    .map(({ name }) => quoteIdentifier(name))
    .join(', ')
  const moved = `delete from ${quoteQName(from)}${where === undefined ? '' : ` where ${where}`} returning ${list}`
  emit(
    work,
    `with moved as (\n  ${moved}\n)\ninsert into ${quoteQName(to)} (${list}) overriding system value\nselect ${list} from moved`,
  )
  for (const one of firing) turn(one, firingVerb(one.state))
}

/** Whether a check of a table, or of one that it is a partition of, waits for the end of the transaction. */
function hasDeferred(work: Rendering, name: QName): boolean {
  const table = liveTable(work, name)
  if (table?.constraints.some(one => 'deferrable' in one && one.deferrable === 'initially deferred')) return true
  return table?.partitionOf !== undefined && hasDeferred(work, table.partitionOf.parent)
}
