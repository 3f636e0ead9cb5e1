import type { AstNode, Mutable } from 'langium'
import type { Token } from '../lexer/token.ts'
import type { Kinds } from './kinds.ts'

/** A node of the tree while it is being read. */
export type OpenNode = Mutable<AstNode> & Record<string, unknown>

/** The tokens of the text that is being read, and their kinds with `END_OF_TEXT` behind them. */
export interface Tape {
  tokens: readonly Token[]
  kinds: Uint16Array
  /** Is told of each property that is read, and from which token up to which, when somebody wants to know. */
  record: ((node: OpenNode, name: string, from: number, to: number) => void) | undefined
}

/** What a piece answers when the tokens are not what it stands for. */
export const NO = -1

/** A piece of the grammar. Positions are those of tokens. */
export interface Piece {
  /** Whether it may stand for no tokens. */
  isEmpty(): boolean
  /** The kinds of tokens that it may begin with. */
  first(): Kinds
  /** Learns what may stand after it; true when some of that was new here or inside of it. */
  follow(after: Kinds): boolean
  /** The position after it, or `NO`. Nothing is built. */
  match(at: number): number
  /** The same, and puts what it read into the node. */
  read(at: number, node: OpenNode): number
}
