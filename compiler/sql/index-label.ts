import { chosenName } from './chosen-name.ts'
import { readCode } from './code.ts'

/** The word that Postgres puts into the name it makes for an index on an expression: `lower` for `lower(x)`, else `expr`. */
export function indexKeyLabel(expression: string): string {
  const code = readCode(expression)
  return chosenName(code, 0, code.tokens.length)?.name ?? 'expr'
}
