import { type Fixer, fact, fix } from '../fix.ts'
import { insert, removePiece, replace } from '../text/change.ts'
import { retype, typesOf } from '../text/column-parts.ts'
import { removeItem } from '../text/lists.ts'
import { partOf, up, wordOf } from '../text/nodes.ts'
import { columnOf } from './null-marks.ts'

/** `primary key (a)` is `primary (a)`. */
export const leaveKeyOut: Fixer = ({ parsed, start, end }) => [
  ...fix('Leave `key` out', [removePiece(parsed, start, end)], true),
  ...fix('`key` is its name', [replace(parsed, start, end, '"key"')]),
]

/** A column that is named twice in a key is named once. */
export const nameOnce: Fixer = at =>
  fix(`Remove the second \`${fact(at, 'name')}\``, removeItem(at.parsed, at.start, at.end), true)

/** Takes a column that is not there out of a key of several. */
export const leaveColumnOut: Fixer = ({ parsed, start, end, node }) => {
  const line = up(node, 'PrimaryMember', 'UniqueMember', 'IndexMember')
  const items = line === undefined ? [] : line.$type === 'IndexMember' ? line.keys : line.columns
  return items.length < 2 ? [] : fix('Leave it out of the key', removeItem(parsed, start, end))
}

const SHAPES = /^(?:point|box|polygon|circle)\b/

/** Values that Postgres can compare, or a method that knows the type. */
export const comparable: Fixer = at => {
  const found = columnOf(at)
  const types = found && typesOf(found.column)
  if (found === undefined || types === undefined) return []
  const written = found.parsed.text.slice(types.start, types.end).replace(/\?$/, '')
  if (written === 'json')
    return fix(`Make \`${found.column.name}\` \`jsonb\``, retype(found.parsed, found.column, 'jsonb'), true)
  const index = up(at.node, 'IndexMember')
  const close = index && wordOf(index, ')')
  if (index === undefined || close === undefined || index.unique || index.using !== undefined || !SHAPES.test(written))
    return []
  return fix('Add `using gist`', [insert(at.parsed, close.end, ' using gist')], true)
}

/** Leaves `nulls not distinct`, `without rowid` or the like out. */
export const leaveWordsOut =
  (property: string, words: string): Fixer =>
  ({ parsed, node }) => {
    let holder: typeof node | undefined = node
    while (holder !== undefined && !(property in holder)) holder = holder.$container
    const span = holder && partOf(holder, property)
    if (span === undefined) return []
    return fix(`Leave \`${words}\` out`, [
      removePiece(parsed, span.start, Math.max(span.end, span.start + words.length)),
    ])
  }
