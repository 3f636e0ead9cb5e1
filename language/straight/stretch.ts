import type { AstNode, CompositeCstNode, CstNode, RootCstNode } from 'langium'
import type { Place } from './places.ts'

/** What is not kept of a text: it is found by reading the declaration of a node again. */
export interface ReadAgain {
  /** The concrete syntax of a node. */
  readonly cst: (node: AstNode) => CompositeCstNode
  /** Where a property of a node stands, or the item of that number. */
  readonly place: (node: AstNode, name: string, index?: number) => Place | undefined
}

/** The declaration that a node is in: where its first token stands in the text, and how it is read again. It moves as its text does. */
export interface Home {
  offset: number
  readAgain: ReadAgain
}

/**
 * Where a node stands, in the place of its concrete syntax: its beginning and its end. All else is asked for only when
 * something is said about the node, and is found by reading the declaration again with the parser of the grammar.
 */
export class Stretch implements CompositeCstNode {
  readonly length: number
  private readonly node: AstNode
  private readonly home: Home
  private readonly from: number

  /** `offset` and `end` are those in the whole text. */
  constructor(node: AstNode, offset: number, end: number, home: Home) {
    this.node = node
    this.home = home
    this.from = offset - home.offset
    this.length = end - offset
  }

  get offset(): number {
    return this.home.offset + this.from
  }

  get end(): number {
    return this.home.offset + this.from + this.length
  }

  private get readAgain(): ReadAgain {
    return this.home.readAgain
  }

  /** Where a property of the node stands, without the concrete syntax. */
  placeOf(name: string, index?: number): Place | undefined {
    return this.readAgain.place(this.node, name, index)
  }

  get hidden(): boolean {
    return false
  }

  get content(): readonly CstNode[] {
    return this.readAgain.cst(this.node).content
  }

  /** The node of the second reading, so that it is the same as that of `content`. */
  get astNode(): AstNode {
    return this.readAgain.cst(this.node).astNode
  }

  get text(): string {
    return this.readAgain.cst(this.node).text
  }

  get root(): RootCstNode {
    return this.readAgain.cst(this.node).root
  }

  get range(): CstNode['range'] {
    return this.readAgain.cst(this.node).range
  }

  get container(): CompositeCstNode | undefined {
    return this.readAgain.cst(this.node).container
  }

  get grammarSource(): CstNode['grammarSource'] {
    return this.readAgain.cst(this.node).grammarSource
  }
}
