import { type Fixer, fix } from '../fix.ts'
import { removePiece } from '../text/change.ts'
import { addLine } from '../text/member-lines.ts'
import { spanOf, up } from '../text/nodes.ts'

/** A `sql` step that lacks a direction says that there is nothing to do, and a step says nothing that is another one. */
export const mendStep: Fixer = ({ parsed, node, start, end, diagnostic }) => {
  const direction = /^The step has no `(up|down)`\.$/.exec(diagnostic.message)?.[1]
  const step = up(node, 'SqlStepNode')
  if (direction !== undefined && step !== undefined)
    return fix(
      `Say that nothing is to be done: \`${direction} none ''\``,
      addLine(parsed, step, `${direction} none ''`, step.sides.at(-1)),
    )
  const isModifier = node.$type.endsWith('Modifier') && spanOf(node)?.start === start
  return isModifier ? fix('Leave it out', [removePiece(parsed, start, end)], true) : []
}
