import type { IndexMember } from '../../generated/ast.ts'
import { memberKey } from './member-key.ts'
import type { NameCollector } from './name-collector.ts'
import { addOtherName } from './other-names.ts'
import { relationColumn } from './relation-names.ts'
import { sqlPiecesOf } from './sql-piece.ts'

/** The names in an index of a materialized view. */
export function addViewIndex(node: IndexMember, view: string, collector: NameCollector): void {
  const { tokens, context, model } = collector
  const [from, to] = tokens.of(node)
  const at = from + (node.unique ? 2 : 1)
  if (node.name !== undefined && tokens.isName(at) && tokens.value(at) === node.name)
    collector.add(at, 'index', memberKey(view, node.name), 'declaration')
  const object = model.loaded.schema.objects.get(`materialized view ${view}`)
  const indexes = object?.kind === 'materialized view' ? object.indexes : []
  const made = node.name === undefined ? indexes[node.$containerIndex ?? -1]?.name : undefined
  if (made !== undefined) collector.addMade(from, 'index', memberKey(view, made), made)
  const subject = { what: 'over', relation: context.names.qualify(view) } as const
  const columnKey = (name: string) => relationColumn(view, name, collector)
  let last = at
  for (const key of node.keys ?? []) {
    const [first, end] = tokens.of(key)
    last = Math.max(last, end)
    const column = key.column === undefined ? undefined : columnKey(key.column)
    if (column !== undefined && tokens.value(first) === key.column) collector.add(first, 'column', column, 'reference')
    collector.sql.push(...sqlPiecesOf(key.sql, tokens, subject))
    addOtherName(key.collate, first + 1, end, collector)
    addOtherName(key.opclass, first + 1, end, collector)
  }
  for (let at = last; at < to; at++)
    if (tokens.text(at) === 'include' && tokens.text(at + 1) === '(') at = collector.columns(at + 1, to, columnKey) - 1
  collector.sql.push(...sqlPiecesOf(node.where, tokens, subject))
}
