import type { AstNode } from 'langium'

/** The innermost node of a tree that an offset stands in or at the end of. */
export function nodeAt(root: AstNode, offset: number): AstNode {
  let node = root
  for (;;) {
    const inner = childAt(node, offset)
    if (inner === undefined) return node
    node = inner
  }
}

function childAt(node: AstNode, offset: number): AstNode | undefined {
  let found: AstNode | undefined
  for (const child of childrenOf(node)) {
    const cst = child.$cstNode
    if (cst !== undefined && cst.offset <= offset && offset <= cst.end) found = child
    if (found !== undefined && (cst?.offset ?? 0) > offset) break
  }
  return found
}

/** The nodes that a node holds, as the text has them within each of its properties. */
export function* childrenOf(node: AstNode): Generator<AstNode> {
  for (const property in node) {
    if (property.charCodeAt(0) === 36) continue
    const value: unknown = node[property as keyof AstNode]
    if (Array.isArray(value)) {
      for (const item of value as readonly unknown[]) if (isNode(item)) yield item
    } else if (isNode(value)) yield value
  }
}

function isNode(value: unknown): value is AstNode {
  return typeof value === 'object' && value !== null && '$type' in value
}
