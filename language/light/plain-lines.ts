import { scan } from '../lexer/scan.ts'
import type { Token } from '../lexer/token.ts'
import { PLAIN_TYPES } from './plain-token-types.ts'

/** The tokens of a text by lines, and whether the text holds anything that is no token. */
export interface PlainLines {
  /** Lines without a token are left out. SQL and block comments that go over several lines end none. */
  readonly lines: readonly PlainLine[]
  readonly hasProblems: boolean
}

/** One line and how many braces were open where it begins. */
export interface PlainLine {
  readonly tokens: readonly Token[]
  readonly depth: number
}

/** Reads a text by lines as the lexer does, but without the grammar: no word of it is a keyword. */
export function plainLines(text: string): PlainLines {
  const { tokens, problems } = scan(text, PLAIN_TYPES)
  const lines: PlainLine[] = []
  let line: Token[] = []
  let start = 0
  let depth = 0
  for (const token of tokens) {
    if (token.tokenType === PLAIN_TYPES.all.NL) {
      if (line.length > 0) lines.push({ tokens: line, depth: start })
      line = []
      start = depth
      continue
    }
    line.push(token)
    if (token.image === '{') depth++
    else if (token.image === '}') depth = Math.max(0, depth - 1)
  }
  if (line.length > 0) lines.push({ tokens: line, depth: start })
  return { lines, hasProblems: problems.length > 0 }
}
