import { type Code, hasWords, isSign, readCode, wordAt } from '../../compiler/sql/code.ts'
import type { SqlToken } from '../../compiler/sql/tokens.ts'

const COMPARES: ReadonlySet<string> = new Set(['=', '==', '<>', '!=', '<', '>', '<=', '>='])

/** The texts that the column whose name starts at `start` is compared with: `a = 'x'`, `'x' <> t.a`, `a in ('x', 'y')`. */
export function literalsBeside(sql: string, start: number): readonly SqlToken[] {
  const code = readCode(sql)
  const at = placeOf(code.tokens, start)
  if (at < 0) return []
  return [...before(code, at), ...after(code, at)]
}

function placeOf(tokens: readonly SqlToken[], start: number): number {
  let low = 0
  let high = tokens.length - 1
  while (low < high) {
    const middle = (low + high) >> 1
    if (tokens[middle]!.start < start) low = middle + 1
    else high = middle
  }
  return tokens[low]?.start === start ? low : -1
}

/** The text in front of the column, which may be qualified. */
function before(code: Code, at: number): readonly SqlToken[] {
  let first = at
  while (isSign(code, first - 1, '.')) first -= 2
  const sign = code.tokens[first - 1]
  const text = code.tokens[first - 2]
  const isWhole = code.tokens[first - 3]?.kind !== 'operator'
  return sign?.kind === 'operator' && COMPARES.has(sign.text) && text?.kind === 'string' && isWhole ? [text] : []
}

function after(code: Code, at: number): readonly SqlToken[] {
  const sign = code.tokens[at + 1]
  if (sign === undefined) return []
  if (sign.kind === 'operator' && COMPARES.has(sign.text)) return afterSign(code, at + 2)
  const negated = wordAt(code, at + 1) === 'not' ? 1 : 0
  if (wordAt(code, at + 1 + negated) === 'in') return listed(code, at + 2 + negated)
  if (hasWords(code, at + 1, 'is', 'distinct', 'from')) return whole(code, at + 4)
  return hasWords(code, at + 1, 'is', 'not', 'distinct', 'from') ? whole(code, at + 5) : []
}

function afterSign(code: Code, at: number): readonly SqlToken[] {
  const word = wordAt(code, at)
  if ((word === 'any' || word === 'all') && isSign(code, at + 1, '(') && wordAt(code, at + 2) === 'array') {
    return listed(code, at + 3)
  }
  return whole(code, at)
}

/** The texts of a list in brackets that stand there alone, with or without a cast. */
function listed(code: Code, open: number): readonly SqlToken[] {
  const close = code.closes[open] ?? -1
  if (close < 0 || wordAt(code, open + 1) === 'select') return []
  const found: SqlToken[] = []
  for (let at = open + 1; at < close; at++) {
    if (at === open + 1 || isSign(code, at - 1, ',')) found.push(...whole(code, at))
  }
  return found
}

/** The text at a place, unless it is only a part of what stands there. */
function whole(code: Code, at: number): readonly SqlToken[] {
  const text = code.tokens[at]
  const next = code.tokens[at + 1]
  if (text?.kind !== 'string') return []
  return next?.kind === 'operator' && next.text !== '::' ? [] : [text]
}
