import { foldName } from '../../../sql/name-text.ts'
import { isFilledFromOther, refillOf, virtualTables } from '../../../sql/object/virtual-table.ts'
import type { Statement } from '../../dialect.ts'
import { heldObject } from '../objects/definitions.ts'
import type { Progress } from './progress.ts'
import { statement } from './statement.ts'

/** Fills the search indexes that were made anew in a segment, and those over rows that got other values without a trigger. */
export function refillsOf({ draft, segment }: Progress): readonly Statement[] {
  const { refills, rewritten } = segment
  if (refills.size === 0 && rewritten.size === 0) return []
  return [...draft.objects].flatMap(([key, object]) => {
    const held = object.kind === 'object' ? heldObject(object)?.object : undefined
    if (held?.kind !== 'object') return []
    const tables = virtualTables(held.create.all!).filter(isFilledFromOther)
    const why = refills.get(key)
    const stale = tables.filter(
      ({ source, columns }) =>
        why !== undefined || columns.some(column => rewritten.has(`${foldName(source!)} ${foldName(column)}`)),
    )
    return stale.map(one => statement(refillOf(one), why ?? `what ${one.name.name} finds is read again`))
  })
}
