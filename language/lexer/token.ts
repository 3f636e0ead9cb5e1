import type { IToken, TokenType } from 'chevrotain'

/** A token of a `.mig` text; lines and columns count from 1, the end is the last character, as Chevrotain has it. */
export class Token implements IToken {
  image: string
  startOffset: number
  startLine: number
  startColumn: number
  endOffset: number
  endLine: number
  endColumn: number
  tokenTypeIdx: number
  tokenType: TokenType

  constructor(type: TokenType, image: string, offset: number, line: number, column: number) {
    this.image = image
    this.startOffset = offset
    this.startLine = line
    this.startColumn = column
    this.endOffset = offset + image.length - 1
    this.endLine = line
    this.endColumn = column + image.length - 1
    this.tokenType = type
    this.tokenTypeIdx = type.tokenTypeIdx!
  }

  /** Makes it another type of token: what a word means can depend on the words around it. */
  retype(type: TokenType): void {
    this.tokenType = type
    this.tokenTypeIdx = type.tokenTypeIdx!
  }
}
