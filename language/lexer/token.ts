import type { IToken, TokenType } from 'chevrotain'

/** A token of a `.mig` text; lines and columns count from 1, the end is the last character, as Chevrotain has it. */
export class Token implements IToken {
  image: string
  startOffset: number
  startLine: number
  startColumn: number
  tokenTypeIdx: number
  tokenType: TokenType

  constructor(type: TokenType, image: string, offset: number, line: number, column: number) {
    this.image = image
    this.startOffset = offset
    this.startLine = line
    this.startColumn = column
    this.tokenType = type
    this.tokenTypeIdx = type.tokenTypeIdx!
  }

  get endOffset(): number {
    return this.startOffset + this.image.length - 1
  }

  /** SQL may go over several lines. */
  get endLine(): number {
    let line = this.startLine
    for (let at = this.image.indexOf('\n'); at !== -1; at = this.image.indexOf('\n', at + 1)) line++
    return this.image === '\n' ? this.startLine : line
  }

  get endColumn(): number {
    const lineBreak = this.image === '\n' ? -1 : this.image.lastIndexOf('\n')
    return lineBreak === -1 ? this.startColumn + this.image.length - 1 : this.image.length - lineBreak - 1
  }

  /** Makes it another type of token: what a word means can depend on the words around it. */
  retype(type: TokenType): void {
    this.tokenType = type
    this.tokenTypeIdx = type.tokenTypeIdx!
  }
}
