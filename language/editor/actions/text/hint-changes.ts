import type { AstNode } from 'langium'
import type { Parsed } from '../../../parse.ts'
import { type Change, removePiece } from './change.ts'
import { removeModifiers } from './column-parts.ts'
import { removeNode } from './declarations.ts'
import { up } from './nodes.ts'

/** Takes a hint away that begins at a node: its line where it has one, `convert` together with its `revert`. */
export function withoutHint(parsed: Parsed, node: AstNode, start: number, end: number): readonly Change[] {
  const modifier = up(node, 'WasModifier', 'BackfillModifier', 'ConvertModifier', 'RevertModifier')
  if (modifier !== undefined) {
    const column = up(modifier, 'ColumnDeclaration')
    if (column === undefined) return []
    if (modifier.$type === 'ConvertModifier')
      return removeModifiers(parsed, column, 'ConvertModifier', 'RevertModifier')
    return removeModifiers(parsed, column, modifier.$type)
  }
  const line = up(node, 'RemovedEntry', 'DroppedEntry', 'DroppedMember', 'DroppedDeclaration')
  if (line !== undefined) return removeNode(parsed, line)
  const isWas = /^was\s/.test(parsed.text.slice(start, end))
  return isWas ? [removePiece(parsed, start, end)] : []
}
