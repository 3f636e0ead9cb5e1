import type { ColumnDeclaration } from '../../../generated/ast.ts'
import type { Parsed } from '../../../parse.ts'
import { type FixAt, type Fixer, fact, fix } from '../fix.ts'
import { replace } from '../text/change.ts'
import { markNotNull, markNullable } from '../text/column-parts.ts'
import { isInPrimaryKey, tableWith } from '../text/find-line.ts'
import { partOf, up } from '../text/nodes.ts'

/** The column that a diagnostic is about: the one whose line it stands in, or one of its table. */
export function columnOf(at: FixAt): { readonly parsed: Parsed; readonly column: ColumnDeclaration } | undefined {
  const own = up(at.node, 'ColumnDeclaration')
  const name = fact(at, 'column')
  if (own !== undefined && (name === undefined || own.name === name)) return { parsed: at.parsed, column: own }
  if (name === undefined) return undefined
  const column = tableWith(at.model, at.node)?.columns.get(name)
  if (column !== undefined) return { parsed: column.context.parsed, column: column.node }
  return undefined
}

/** Lets the column be null. */
export const letBeNull: Fixer = at => {
  const found = columnOf(at)
  if (found === undefined || isInPrimaryKey(at.model, found.column)) return []
  const { parsed, column } = found
  return fix(`Let \`${column.name}\` be null`, markNullable(parsed, column))
}

/** Takes the `?` away. */
export function neverNull(isPreferred: boolean): Fixer {
  return at => {
    const found = columnOf(at)
    if (found === undefined) return []
    return fix('Remove the `?` behind the type', markNotNull(found.parsed, found.column), isPreferred)
  }
}

/** An alias has no `?`. */
export const aliasNeverNull: Fixer = ({ parsed, node }) => {
  const spelling = up(node, 'TypeSpelling')
  const mark = spelling && partOf(spelling, 'nullable')
  return mark === undefined ? [] : fix('Remove the `?`', [replace(parsed, mark.start, mark.end, '')], true)
}
