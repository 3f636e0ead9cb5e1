import type { AstNode, CompositeCstNode, CstNode, RootCstNode } from 'langium'

/** Finds the concrete syntax of a node by reading its declaration again. */
export type ReadAgain = (node: AstNode) => CompositeCstNode

/**
 * Where a node stands, in the place of its concrete syntax: its beginning and its end. All else is asked for only when
 * something is said about the node, and is found by reading the declaration again with the parser of the grammar.
 */
export class Stretch implements CompositeCstNode {
  readonly offset: number
  readonly end: number
  private readonly node: AstNode
  private readonly readAgain: ReadAgain

  constructor(node: AstNode, offset: number, end: number, readAgain: ReadAgain) {
    this.node = node
    this.offset = offset
    this.end = end
    this.readAgain = readAgain
  }

  get length(): number {
    return this.end - this.offset
  }

  get hidden(): boolean {
    return false
  }

  get content(): readonly CstNode[] {
    return this.readAgain(this.node).content
  }

  /** The node of the second reading, so that it is the same as that of `content`. */
  get astNode(): AstNode {
    return this.readAgain(this.node).astNode
  }

  get text(): string {
    return this.readAgain(this.node).text
  }

  get root(): RootCstNode {
    return this.readAgain(this.node).root
  }

  get range(): CstNode['range'] {
    return this.readAgain(this.node).range
  }

  get container(): CompositeCstNode | undefined {
    return this.readAgain(this.node).container
  }

  get grammarSource(): CstNode['grammarSource'] {
    return this.readAgain(this.node).grammarSource
  }
}
