import type { Element } from '../generated/ast.ts'
import type { Token } from '../lexer/token.ts'
import type { TokenTypes } from '../lexer/token-types.ts'

/** The tokens of one declaration, with the end of its last line. Positions are those of tokens. */
export interface Chunk {
  readonly from: number
  readonly to: number
  /** Whether the lexer has closed a brace that the text leaves open. */
  readonly isMended: boolean
  /** What was read, where nothing is wrong. */
  readonly element?: Element
}

/** Cuts the tokens of a text behind each line that ends outside of braces: a declaration cannot go on there. */
export function cutTokens(tokens: readonly Token[], types: TokenTypes): readonly Chunk[] {
  const chunks: Chunk[] = []
  const end = types.all.END
  const close = types.marks.get('}')
  let from = 0
  let isMended = false
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at]!
    if (token.image === '' && token.tokenType === close) isMended = true
    if (token.tokenType !== end && at < tokens.length - 1) continue
    chunks.push({ from, to: at + 1, isMended })
    from = at + 1
    isMended = false
  }
  return chunks
}
