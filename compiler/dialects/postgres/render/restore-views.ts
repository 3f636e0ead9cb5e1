import { nameText } from '../../../schema/name.ts'
import type { View } from '../../../schema/objects.ts'
import { foldName } from '../../../sql/name-text.ts'
import { meansRelation } from '../../../sql/same-relation.ts'
import { describeStep } from '../../../steps/describe.ts'
import { sameView } from '../../../steps/same-view.ts'
import { ownView } from '../own.ts'
import { bringUsed } from './bring-object.ts'
import { changeComment, viewObject } from './comment.ts'
import { liftView } from './lift.ts'
import { queryOf, relationsRead } from './readers.ts'
import { type Rendering, resumeReason } from './rendering.ts'
import { refreshReaders } from './stale-views.ts'
import { changeViewColumns, makeView, sameViewQuery, viewKey } from './view.ts'
import { columnsIn } from './view-columns.ts'
import { canReplaceView } from './view-replacement.ts'

/** Makes the views that are missing, and those that are not as the steps say, what they read first. */
export function restoreViews(work: Rendering): void {
  for (const [key, value] of work.draft.views) {
    const live = work.live.views.get(key)
    if (live === value || live === undefined) continue
    const view = ownView(value)
    const old = ownView(live)
    if (view === undefined || old === undefined || sameViewQuery(old, view)) continue
    work.about = work.reasons.get(viewKey(view.name)) ?? describeStep({ kind: 'alter view', from: old, to: view })
    if (canReplaceView(old, view)) {
      refreshReaders(work, view.name, columnsIn(work.live), columnsIn(work.draft))
    } else liftView(work, view.name)
  }
  for (const view of inOrder(pendingViews(work))) {
    bringUsed(work, queryOf(view))
    const old = work.live.views.get(nameText(view.name))
    const replaced = old && ownView(old)
    resumeReason(work, viewKey(view.name), describeStep({ kind: 'create view', view }))
    if (replaced && sameViewQuery(replaced, view) && !work.stale.has(nameText(view.name))) {
      changeViewColumns(work, view, replaced)
      changeComment(work, viewObject(view), replaced.comment, view.comment)
    } else makeView(work, view, replaced)
  }
}

/** The views that are missing, or not as the steps say. */
function pendingViews(work: Rendering): readonly View[] {
  return [...work.draft.views].flatMap(([key, value]) => {
    const live = work.live.views.get(key)
    const view = live === value && !work.stale.has(key) ? undefined : ownView(value)
    const old = live && ownView(live)
    return view === undefined || (old && sameView(old, view) && !work.stale.has(key)) ? [] : [view]
  })
}

/** Views after those that they read. */
function inOrder(views: readonly View[]): readonly View[] {
  const done = new Set<View>()
  const ordered: View[] = []
  const byName = Map.groupBy(views, view => foldName(view.name.name))
  const visit = (view: View) => {
    if (done.has(view)) return
    done.add(view)
    for (const used of relationsRead(view)) {
      for (const other of byName.get(foldName(used.name)) ?? []) if (meansRelation(used, other.name)) visit(other)
    }
    ordered.push(view)
  }
  for (const view of views) visit(view)
  return ordered
}
