import type { AstNode } from 'langium'

/** A stretch of a text. */
export interface Place {
  readonly offset: number
  readonly end: number
}

/** Where the properties of the nodes of a declaration stand, and the keywords that belong to none. */
export class Places {
  private readonly nodes: AstNode[] = []
  private readonly names: string[] = []
  private readonly bounds: number[] = []

  add(node: AstNode, name: string, offset: number, end: number): void {
    this.nodes.push(node)
    this.names.push(name)
    this.bounds.push(offset, end)
  }

  /** Where a property stands; one item of it when it is a list, the last when it has fewer. */
  find(node: AstNode, name: string, index = 0): Place | undefined {
    let left = index
    let found: number | undefined
    for (let at = 0; at < this.nodes.length && left >= 0; at++) {
      if (this.nodes[at] !== node || this.names[at] !== name) continue
      found = at
      left--
    }
    return found === undefined ? undefined : { offset: this.bounds[found * 2]!, end: this.bounds[found * 2 + 1]! }
  }
}

/** The name that a keyword goes by among the places. */
export function keywordName(keyword: string): string {
  return `'${keyword}'`
}
