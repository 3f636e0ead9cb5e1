import { type Fixer, fix } from '../fix.ts'
import { insert, removePiece } from '../text/change.ts'
import { foreignAt, tableWith } from '../text/find-line.ts'
import { partOf } from '../text/nodes.ts'

/** A foreign key goes from rows that stay to rows that a crash takes: both stay, or both go. */
export const bothLogged: Fixer = at => {
  const found = foreignAt(at.model, at.node)
  const target = found && at.model.subject.tables.get(found.line.target)
  const own = tableWith(at.model, at.node)
  const word = target && partOf(target.node, 'unlogged')
  const name = own && partOf(own.node, 'name')
  if (own === undefined || target === undefined || word === undefined || name === undefined) return []
  return [
    ...fix(`Take \`unlogged\` from ${target.key}`, [removePiece(target.context.parsed, word.start, word.end)]),
    ...fix(`Make ${own.key} \`unlogged\`, too: a crash empties it`, [
      insert(own.context.parsed, name.end, ' unlogged'),
    ]),
  ]
}
