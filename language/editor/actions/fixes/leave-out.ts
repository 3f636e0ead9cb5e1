import type { Parsed } from '../../../parse.ts'
import { type Fix, type Fixer, fix } from '../fix.ts'
import { removePiece } from '../text/change.ts'
import { removeNode } from '../text/declarations.ts'
import { removeItem } from '../text/lists.ts'
import { spanOf, up } from '../text/nodes.ts'
import { optionSpan } from '../text/option-span.ts'

/** Takes away what the diagnostic stands at, as an option of its line. */
export function leaveOut(isPreferred = false): Fixer {
  return ({ parsed, start, end }) => withoutOption(parsed, start, end, isPreferred)
}

function withoutOption(parsed: Parsed, start: number, end: number, isPreferred: boolean): readonly Fix[] {
  const span = optionSpan(parsed, start, end)
  const written = parsed.text.slice(span.start, span.end)
  if (written.includes('\n') && written.length > 80)
    return fix('Leave it out', [removePiece(parsed, span.start, span.end)], isPreferred)
  return fix(`Leave \`${written.replaceAll('`', '')}\` out`, [removePiece(parsed, span.start, span.end)], isPreferred)
}

/** What is given twice goes where it is given the second time. */
export const removeRepeated: Fixer = ({ parsed, start, end, node }) => {
  const side = up(node, 'SqlSideNode')
  if (side !== undefined && spanOf(side)?.start === start) return fix('Remove the second one', removeNode(parsed, side))
  const isListed = node.$type === 'Target' || node.$type === 'TypeSpelling'
  const changes = isListed
    ? removeItem(parsed, start, end)
    : (({ start: from, end: to }) => [removePiece(parsed, from, to)])(optionSpan(parsed, start, end))
  return fix('Remove the second one', changes, true)
}

/** Takes the line or the declaration away that the diagnostic stands at. */
export function removeLine(title: string, isPreferred = false): Fixer {
  return ({ parsed, node, start }) => {
    let line = node
    while (line.$container !== undefined && !isLine(line.$type)) line = line.$container
    return spanOf(line)?.start === start || isLine(line.$type) ? fix(title, removeNode(parsed, line), isPreferred) : []
  }
}

function isLine(type: string): boolean {
  return /(?:Declaration|Line|Step|Member|Entry)$/.test(type) && type !== 'File'
}
