import { nameText, type QName } from '../../../schema/name.ts'
import type { View } from '../../../schema/objects.ts'
import { sameView } from '../../../steps/same-view.ts'
import { quoteIdentifier, quoteQName } from '../quote.ts'
import { valueSql } from '../value.ts'
import { columnNamesClause } from './column-names-clause.ts'
import { changeComment, columnObject, viewObject } from './comment.ts'
import { keepView } from './keep-privileges.ts'
import { loseDependants } from './objects.ts'
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
  emit(work, `${verb} ${quoteQName(view.name)}${columnNamesClause(view)}${optionsClause(view)} as\n${queryText(view)}`)
  changeViewColumns(work, view, replaces)
  changeComment(work, viewObject(view), replaces?.comment, view.comment)
  work.live.views.set(nameText(view.name), view)
  noteReader(work, view)
}

function optionsClause({ options = [] }: View): string {
  const list = options.map(({ name, value }) => `${name} = ${value}`)
  return list.length === 0 ? '' : ` with (${list.join(', ')})`
}

/** Gives the columns of a view the defaults and comments that they have not yet; a column that is gone has taken its own along. */
export function changeViewColumns(work: Rendering, view: View, from: View | undefined): void {
  const before = new Map(from?.columns?.map(column => [column.name, column]))
  const after = new Map(view.columns?.map(column => [column.name, column]))
  for (const name of [...new Set([...before.keys(), ...after.keys()])].sort()) {
    const [old, now] = [before.get(name), after.get(name)]
    const [was, is] = [old?.default && valueSql(old.default), now?.default && valueSql(now.default)]
    if (was !== is) {
      const action = is === undefined ? 'drop default' : `set default ${is}`
      emit(work, `alter view ${quoteQName(view.name)} alter column ${quoteIdentifier(name)} ${action}`)
    }
    changeComment(work, columnObject(view.name, name), old?.comment, now?.comment)
  }
}

/** Whether two views differ in their defaults and comments at most. */
export function sameViewQuery(a: View, b: View): boolean {
  const bare = ({ comment: _comment, columns: _columns, ...view }: View) => view
  return sameView(bare(a), bare(b))
}

/** The query without semicolons and white space at its end. */
function queryText(view: View): string {
  return view.sql.all!.trim().replace(/[;\s]+$/, '')
}

/** Drops a view that the database holds; what reads it is gone by now. Its triggers go with it. */
export function dropView(work: Rendering, name: QName): void {
  keepView(work, name)
  emit(work, `drop view ${quoteQName(name)}`)
  work.live.views.delete(nameText(name))
  dropTriggersOf(work, name)
  loseDependants(work, { space: 'relation', name })
}
