import { splitList } from './clauses.ts'
import { after, hasWords, isSign, wordAt } from './code.ts'
import { outputOf } from './output-of.ts'
import type { Item, Reader, Scope } from './scope.ts'
import { walkExpression } from './walk-expression.ts'

/** Reads a select list, or what RETURNING gives. */
export function readSelectList(
  reader: Reader,
  clause: { readonly from: number; readonly to: number },
  scope: Scope,
): readonly Item[] {
  const { code } = reader
  let from = clause.from
  if (hasWords(code, from, 'distinct', 'on') && isSign(code, from + 2, '(')) {
    walkExpression(reader, from + 3, Math.min(code.closes[from + 2]!, clause.to), scope)
    from = after(code, from + 2, clause.to)
  } else if (wordAt(code, from) === 'distinct' || wordAt(code, from) === 'all') from++
  return splitList(code, from, clause.to).map(([start, end]) => {
    const alias = walkExpression(reader, start, end, scope, true)
    if (alias !== undefined) scope.aliases.add(code.tokens[alias]!.value)
    return outputOf(code, start, end, alias)
  })
}
