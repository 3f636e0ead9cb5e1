import type { AstNode, CompositeCstNode } from 'langium'
import type { ReadAgain } from './stretch.ts'

/** Reads a part of a text with the parser of the grammar; places count from the start of the whole text. */
export type ParsePart = (from: number, to: number) => AstNode

/** Finds nodes in a second reading; each declaration is read again once. */
export function readingAgain(parsePart: ParsePart): ReadAgain {
  const files = new Map<AstNode, AstNode>()
  const again = (node: AstNode): AstNode => {
    const { $container: holder, $containerProperty: property, $containerIndex: index } = node
    if (holder === undefined || holder.$container === undefined) {
      let file = files.get(node)
      if (file === undefined) {
        const { offset, end } = node.$cstNode!
        file = parsePart(offset, end)
        files.set(node, file)
      }
      return holder === undefined ? file : child(file, 'elements', 0)
    }
    return child(again(holder), property!, index)
  }
  return node => again(node).$cstNode as CompositeCstNode
}

function child(node: AstNode, property: string, index: number | undefined): AstNode {
  const value = (node as unknown as Record<string, AstNode | readonly AstNode[]>)[property]!
  return index === undefined ? (value as AstNode) : (value as readonly AstNode[])[index]!
}
