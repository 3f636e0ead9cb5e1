import { splitList } from '../clauses.ts'
import type { IndexedColumn, TableConstraint } from './create-table.ts'
import { Cursor } from './cursor.ts'
import { readConflict, readNames, readReference } from './read-reference.ts'

/** Whether a constraint of the table begins here, rather than a column. */
export function startsConstraint(cursor: Cursor): boolean {
  return (
    cursor.sees('constraint') ||
    cursor.sees('primary') ||
    cursor.sees('unique') ||
    cursor.sees('check') ||
    cursor.sees('foreign')
  )
}

/** Reads a constraint of the table; undefined where a name is followed by none. */
export function readConstraint(cursor: Cursor): TableConstraint | undefined {
  const name = cursor.take('constraint') ? { name: cursor.takeName() ?? '' } : {}
  if (cursor.take('primary', 'key')) {
    const group = cursor.takeGroup()
    const [columns, autoincrement] = group === undefined ? [[], false] : readIndexedColumns(group)
    return { kind: 'primary', ...name, columns, autoincrement, ...readConflict(cursor) }
  }
  if (cursor.take('unique')) {
    const group = cursor.takeGroup()
    return {
      kind: 'unique',
      ...name,
      columns: group === undefined ? [] : readIndexedColumns(group)[0],
      ...readConflict(cursor),
    }
  }
  if (cursor.take('check'))
    return { kind: 'check', ...name, sql: cursor.takeGroup()?.rest ?? '', ...readConflict(cursor) }
  if (!cursor.take('foreign', 'key')) return undefined
  const group = cursor.takeGroup()
  const columns = group === undefined ? [] : readNames(group)
  cursor.take('references')
  return { kind: 'foreign', ...name, columns, target: readReference(cursor) }
}

/** The columns of a key, and whether AUTOINCREMENT stands behind the last. */
function readIndexedColumns(group: Cursor): readonly [readonly IndexedColumn[], boolean] {
  let autoincrement = false
  const columns = splitList(group.code, group.at, group.to).map(([from, to]) => {
    const cursor = new Cursor(group.code, from, to)
    const name = cursor.takeName() ?? ''
    const collate = cursor.take('collate') ? cursor.takeName() : undefined
    const desc = cursor.take('desc')
    if (!desc) cursor.take('asc')
    autoincrement ||= cursor.take('autoincrement')
    return { name, ...(collate !== undefined && { collate }), desc }
  })
  return [columns, autoincrement]
}
