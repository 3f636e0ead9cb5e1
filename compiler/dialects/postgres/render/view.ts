import { nameText, type QName } from '../../../schema/name.ts'
import type { View } from '../../../schema/objects.ts'
import { quoteQName } from '../quote.ts'
import { changeComment, viewObject } from './comment.ts'
import { noteReader } from './readers.ts'
import { emit, type Rendering } from './rendering.ts'
import { dropTriggersOf } from './triggers-of.ts'

/** How a view is called in the notes of a rendering. */
export function viewKey(name: QName): string {
  return `view ${nameText(name)}`
}

/** Creates a view, or puts a query in the place of the one it has. */
export function makeView(work: Rendering, view: View, replaces?: View): void {
  const verb = replaces === undefined ? 'create view' : 'create or replace view'
  emit(work, `${verb} ${quoteQName(view.name)} as\n${queryText(view)}`)
  changeComment(work, viewObject(view), replaces?.comment, view.comment)
  work.live.views.set(nameText(view.name), view)
  noteReader(work, view)
}

/** The query without semicolons and white space at its end. */
function queryText(view: View): string {
  return view.sql.all!.trim().replace(/[;\s]+$/, '')
}

/** Drops a view that the database holds; what reads it is gone by now. Its triggers go with it. */
export function dropView(work: Rendering, name: QName): void {
  emit(work, `drop view ${quoteQName(name)}`)
  work.live.views.delete(nameText(name))
  dropTriggersOf(work, name)
}
