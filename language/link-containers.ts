import type { AstNode, Mutable } from 'langium'

/** Tells every node below this one where it is held: `$container`, `$containerProperty` and `$containerIndex`. */
export function linkContainers(node: AstNode): void {
  for (const property in node) {
    if (property.charCodeAt(0) === 36) continue
    const value: unknown = node[property as keyof AstNode]
    if (typeof value !== 'object') continue
    if (Array.isArray(value)) {
      for (let index = 0; index < value.length; index++) {
        const item: unknown = value[index]
        if (!isNode(item)) break
        link(item, node, property)
        item.$containerIndex = index
        linkContainers(item)
      }
    } else if (isNode(value)) {
      link(value, node, property)
      linkContainers(value)
    }
  }
}

function link(item: Mutable<AstNode>, node: AstNode, property: string): void {
  item.$container = node
  item.$containerProperty = property
}

function isNode(value: unknown): value is Mutable<AstNode> {
  return typeof value === 'object' && value !== null && '$type' in value
}
