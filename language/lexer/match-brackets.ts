import type { Token } from './token.ts'

/**
 * The round and square brackets that have a partner. One without is a half-typed line: it must not
 * turn the line breaks after it into white space. A brace between two brackets parts them.
 */
export function matchBrackets(tokens: readonly Token[]): ReadonlySet<Token> {
  const matched = new Set<Token>()
  const open: Token[] = []
  for (const token of tokens) {
    if (token.image.length !== 1) continue
    switch (token.image) {
      case '(':
      case '[':
        open.push(token)
        break
      case ')':
      case ']':
        if (open.at(-1)?.image === (token.image === ')' ? '(' : '[')) matched.add(open.pop()!).add(token)
        break
      case '{':
      case '}':
        open.length = 0
        break
    }
  }
  return matched
}
