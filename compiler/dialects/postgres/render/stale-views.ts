import { nameText, type QName } from '../../../schema/name.ts'
import type { ColumnsOf } from '../../../sql/resolve.ts'
import { readsUnnamed } from '../../../sql/unnamed-columns.ts'
import { liftView } from './lift.ts'
import { queryOf, viewsReading } from './readers.ts'
import { noteReason, type Rendering } from './rendering.ts'
import { viewKey } from './view.ts'
import { columnsIn, outputsOf } from './view-columns.ts'

/**
 * Views whose `*` stands for one more column since a table got it: Postgres spelled the `*` out when they were made. They
 * are put in their own place at the end of the segment, or made anew where the column is not their last.
 */
export function refreshStars(work: Rendering, table: QName, column: string): void {
  const now = columnsIn(work.live)
  const before = columnsIn(work.live, name => {
    const columns = now(name)
    return nameText(name) === nameText(table) ? columns?.filter(one => one !== column) : columns
  })
  refreshReaders(work, table, before, now)
}

/** The same for the readers of a relation whose columns are others now. */
export function refreshReaders(work: Rendering, relation: QName, before: ColumnsOf, now: ColumnsOf): void {
  for (const view of viewsReading(work, relation)) {
    const query = queryOf(view)
    if (!readsUnnamed(query) || !work.live.views.has(nameText(view.name))) continue
    const old = outputsOf(view, before)
    const next = outputsOf(view, now)
    if (old !== undefined && next !== undefined && old.length === next.length) continue
    const appended = old !== undefined && next !== undefined && old.every((name, at) => name === next[at])
    if (appended) {
      noteReason(work, viewKey(view.name))
      work.stale.add(nameText(view.name))
      refreshReaders(work, view.name, before, now)
    } else liftView(work, view.name)
  }
}
