import { type Fixer, fix } from '../fix.ts'
import { removePiece, replace } from '../text/change.ts'
import { removeNode } from '../text/declarations.ts'
import { partOf, spanOf, up } from '../text/nodes.ts'
import { optionSpan } from '../text/option-span.ts'

/** A step in a schema file, a hint in a revision: what says the same there, or nothing. */
export const mendMisplaced: Fixer = ({ parsed, node, start, end, text }) => {
  const moves = up(node, 'MovesEntry')
  if (moves !== undefined) {
    const word = partOf(moves, 'kind')
    const change = word && moves.kind === 'moves' ? [replace(parsed, word.start, word.end, 'removed')] : []
    return [
      ...fix('Write `removed`', change, true),
      ...fix('Remove the line', removeNode(parsed, moves), change.length === 0),
    ]
  }
  const create = /^create\s+/.exec(text)
  if (create !== null) return fix('Leave `create` out', [replace(parsed, start, start + create[0].length, '')], true)
  const drop = /^drop\s+((?:table|enum|view|schema)\s+[\w.$]+)/.exec(text)
  const element = parsed.ast.elements.find(({ $cstNode }) => $cstNode?.offset === start)
  if (drop !== null && element !== undefined) {
    const said = `dropped ${drop[1]!.replace(/\s+/g, ' ')}`
    return [
      ...fix(`Write \`${said}\``, [replace(parsed, start, spanOf(element)?.end ?? end, said)], true),
      ...fix('Remove it', removeNode(parsed, element)),
    ]
  }
  if (element !== undefined) return fix('Remove it', removeNode(parsed, element))
  const span = optionSpan(parsed, start, end)
  return fix('Remove the hint', [removePiece(parsed, span.start, span.end)], true)
}
