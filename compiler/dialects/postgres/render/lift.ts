import type { Constraint } from '../../../schema/constraint.ts'
import { nameText, type QName, sameName } from '../../../schema/name.ts'
import { constraintOf, indexOf } from '../../../schema/table.ts'
import type { Index } from '../../../schema/table-index.ts'
import { constraintKey, dropConstraint } from './constraint.ts'
import { liveTable } from './live.ts'
import { mentionsName } from './mentions.ts'
import { liftHolders } from './objects.ts'
import { queryOf, viewsReading } from './readers.ts'
import { type Reference, referencesTo } from './references.ts'
import { noteReason, type Rendering } from './rendering.ts'
import { dropIndex, indexKey } from './table-index.ts'
import { triggersOf } from './triggers-of.ts'
import { dropView, viewKey } from './view.ts'
import { isSameSet } from './waits.ts'

/** How a trigger is called in the notes of a rendering. */
export function triggerNote(key: string): string {
  return `trigger ${key}`
}

/** Takes a view out of the way until the end of the segment, after the views that read it. */
export function liftView(work: Rendering, name: QName): void {
  if (!work.live.views.has(nameText(name))) return
  for (const view of viewsReading(work, name)) if (!sameName(view.name, name)) liftView(work, view.name)
  liftHolders(work, { space: 'relation', name }, { space: 'type', name })
  if (!work.live.views.has(nameText(name))) return
  noteReason(work, viewKey(name))
  for (const [key] of triggersOf(work, name)) noteReason(work, triggerNote(key))
  dropView(work, name)
}

/** Takes an index out of the way, after the foreign keys that rest on it. */
export function liftIndex(work: Rendering, table: QName, index: Index): void {
  if (index.unique)
    liftReferencesOn(
      work,
      table,
      index.keys.flatMap(key => key.column ?? []),
    )
  const live = liveTable(work, table)
  if (live === undefined || indexOf(live, index.name) === undefined) return
  noteReason(work, indexKey(table, index.name))
  dropIndex(work, table, index.name)
}

/** Takes a key or check out of the way, after the foreign keys that rest on it. */
export function liftConstraint(work: Rendering, table: QName, constraint: Constraint): void {
  if (constraint.kind === 'primary' || constraint.kind === 'unique') liftReferencesOn(work, table, constraint.columns)
  if (constraint.kind === 'primary') liftGroupingViews(work, table)
  const live = liveTable(work, table)
  if (live === undefined || constraintOf(live, constraint.name) === undefined) return
  noteReason(work, constraintKey(table, constraint.name))
  dropConstraint(work, table, constraint.name)
}

/** A view that groups by a primary key and selects other columns depends on the key (the manual, SELECT, GROUP BY). */
function liftGroupingViews(work: Rendering, table: QName): void {
  for (const view of viewsReading(work, table)) if (mentionsName(queryOf(view), 'group')) liftView(work, view.name)
}

/** Takes away the foreign keys that rest on a key of those columns. */
export function liftReferencesOn(work: Rendering, table: QName, columns: readonly string[]): void {
  liftReferences(
    work,
    referencesTo(work, table).filter(({ key }) => isSameSet(key.targetColumns, columns)),
  )
}

/** Takes foreign keys away. */
export function liftReferences(work: Rendering, references: readonly Reference[]): void {
  for (const { table, key } of references) liftConstraint(work, table, key)
}
