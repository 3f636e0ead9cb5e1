import { type Fixer, fact, fix } from '../fix.ts'
import { removePiece } from '../text/change.ts'
import { limitTo } from '../text/limit.ts'
import { removeItem } from '../text/lists.ts'
import { addMember } from '../text/member-lines.ts'
import { partOf, up } from '../text/nodes.ts'
import { optionSpan } from '../text/option-span.ts'

/** Switches the row security of a table on that has policies. */
export const addRowSecurity: Fixer = at => {
  const table = at.model.subject.tables.get(fact(at, 'name') ?? '')
  if (table === undefined) return []
  return fix('Add the line `row security`', addMember(table.context.parsed, table.node, 'row security'), true)
}

/** Takes `?` away from a field, which can always be null. */
export const plainField: Fixer = ({ parsed, node }) => {
  const type = up(node, 'TypeSpelling')
  const mark = type?.nullable && type.$container.$type === 'FieldDeclaration' ? partOf(type, 'nullable') : undefined
  return mark === undefined ? [] : fix('Remove `?`', [removePiece(parsed, mark.start, mark.end)], true)
}

const ALONE = /\bdepends\s+on\s+$/

/** Takes a name that nothing has out of a `depends on`. */
export const leaveDependsOut: Fixer = ({ parsed, start, end, diagnostic, text }) => {
  if (!/^The project declares nothing/.test(diagnostic.message)) return []
  const words = ALONE.exec(parsed.text.slice(Math.max(0, start - 80), start))?.[0]
  const isAlone = words !== undefined && !/^\s*,/.test(parsed.text.slice(end))
  const title = isAlone ? `Leave \`depends on ${text}\` out` : `Leave \`${text}\` out`
  return fix(title, isAlone ? [removePiece(parsed, start - words.length, end)] : removeItem(parsed, start, end), true)
}

/** Leaves `on conflict` to SQLite, or out. */
export const settleConflict: Fixer = ({ parsed, start, end, node }) => {
  const span = optionSpan(parsed, start, end)
  const written = parsed.text.slice(span.start, span.end)
  const line = up(node, 'PrimaryMember', 'UniqueMember')
  return [
    ...(line === undefined ? [] : fix('Limit it: `only sqlite`', limitTo(parsed, node, 'sqlite'))),
    ...fix(`Leave \`${written}\` out`, [removePiece(parsed, span.start, span.end)]),
  ]
}
