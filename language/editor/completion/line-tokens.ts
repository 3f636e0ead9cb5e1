import type { Token } from '../../lexer/token.ts'

/**
 * Of the tokens before a cursor those that say what can stand there: of the line itself, and of the heads of the
 * declarations around it. What is wrong in the lines before it does not matter then.
 */
export function lineTokens(tokens: readonly Token[]): readonly Token[] {
  const kept: Token[] = []
  const open: { readonly mark: number; readonly isImport: boolean }[] = []
  for (const token of tokens) {
    const around = open.at(-1)
    switch (token.tokenType.name) {
      case 'END':
        kept.length = 0
        open.length = 0
        break
      case 'NL':
        if (goesOn(kept, around?.mark ?? 0)) break
        if (around === undefined) kept.length = 0
        else if (!around.isImport) kept.length = around.mark
        break
      case '{':
        open.push({ mark: kept.push(token), isImport: kept.at(-2)?.image === 'import' })
        break
      case '}':
        if (around !== undefined && !around.isImport) kept.length = around.mark
        open.pop()
        kept.push(token)
        break
      default:
        kept.push(token)
    }
  }
  return kept
}

/** A line whose bracket is open goes on after a comma, although its closing bracket is not typed yet. */
function goesOn(kept: readonly Token[], from: number): boolean {
  const last = kept.at(-1)?.image
  if (last !== ',' && last !== '(') return false
  let open = 0
  for (const { image } of kept.slice(from)) open += image === '(' ? 1 : image === ')' ? -1 : 0
  return open > 0
}
