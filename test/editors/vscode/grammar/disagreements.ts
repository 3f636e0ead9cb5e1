import { parsedTokens } from './parsed-tokens.ts'
import { isKeyword, scopesAt, tokenize } from './tokenize.ts'

/** Where an editor's colours say otherwise than the parser, a line each; the text has no errors. */
export function disagreements(text: string): readonly string[] {
  const coloured = tokenize(text)
  return parsedTokens(text).flatMap(({ text: word, offset, kind }) => {
    const scopes = scopesAt(coloured, offset)
    if (EXPECTED[kind](scopes)) return []
    const line = text.slice(text.lastIndexOf('\n', offset - 1) + 1, text.indexOf('\n', offset))
    return [`${kind} ${word} is ${scopes.join(' ') || 'nothing'} in: ${line.trim()}`]
  })
}

const named = (name: RegExp) => (scopes: readonly string[]) => scopes.some(scope => name.test(scope))

const EXPECTED = {
  keyword: isKeyword,
  ID: (scopes: readonly string[]) =>
    scopes.length > 0 && !isKeyword(scopes) && !named(/^(meta|comment|string|constant\.numeric)/)(scopes),
  STRING: named(/^string\./),
  SQL: named(/^punctuation\.section\.embedded\.begin/),
  NUMBER: named(/^constant\.(numeric|other\.revision)/),
  TIMESTAMP: named(/^constant\.numeric\.timestamp/),
  WORD: named(/^constant\.other\.revision/),
}
