import type { AstNode, CompositeCstNode } from 'langium'
import type { Places } from './places.ts'
import type { ReadAgain } from './stretch.ts'

/** How a part of a text is read again; places count from the start of the whole text, which is meant when no part is named. */
export interface PartReader {
  /** With the parser of the grammar. */
  readonly parse: (from?: number, to?: number) => AstNode
  /** Straight, with the places of all that is in it. */
  readonly locate: (from: number, to: number) => Located | undefined
}

/** A declaration that was read straight, and the places of what is in it. */
export interface Located {
  readonly declaration: AstNode
  readonly places: Places
}

/** Finds nodes in a second reading; each declaration is read again once. */
export function readingAgain(reader: PartReader): ReadAgain {
  const parsed = new Map<AstNode, AstNode>()
  const located = new Map<AstNode, Located | undefined>()
  return {
    cst: node => {
      const top = declarationOf(node)
      const { offset, end } = top.$cstNode!
      if (top.$container === undefined) return remember(parsed, top, () => reader.parse()).$cstNode as CompositeCstNode
      const file = remember(parsed, top, () => reader.parse(offset, end))
      return twin(node, top, child(file, 'elements', 0)).$cstNode as CompositeCstNode
    },
    place: (node, name, index) => {
      const top = declarationOf(node)
      if (top.$container === undefined) return undefined
      const { offset, end } = top.$cstNode!
      const found = remember(located, top, () => reader.locate(offset, end))
      return found?.places.find(twin(node, top, found.declaration), name, index)
    },
  }
}

/** The declaration that a node stands in; the file when it is that. */
function declarationOf(node: AstNode): AstNode {
  let top = node
  while (top.$container?.$container !== undefined) top = top.$container
  return top
}

/** The node of another reading of the declaration `top` that stands where `node` stands in it. */
function twin(node: AstNode, top: AstNode, other: AstNode): AstNode {
  if (node === top) return other
  return child(twin(node.$container!, top, other), node.$containerProperty!, node.$containerIndex)
}

function child(node: AstNode, property: string, index: number | undefined): AstNode {
  const value = (node as unknown as Record<string, AstNode | readonly AstNode[]>)[property]!
  return index === undefined ? (value as AstNode) : (value as readonly AstNode[])[index]!
}

function remember<T>(known: Map<AstNode, T>, key: AstNode, find: () => T): T {
  if (!known.has(key)) known.set(key, find())
  return known.get(key)!
}
