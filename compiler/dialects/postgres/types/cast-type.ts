import { after, type Code, isName, isSign, readCode, sliceOf, wordAt } from '../../../sql/code.ts'
import { afterType } from '../../../sql/type-name.ts'

/** The type that an expression as a whole is cast to, `cast(… as date)` or `x::date`; undefined where that is not certain. */
export function castType(sql: string): string | undefined {
  const code = readCode(sql)
  const end = code.tokens.length
  return castCall(code, end) ?? castSign(code, end)
}

function castCall(code: Code, end: number): string | undefined {
  if (wordAt(code, 0) !== 'cast' || !isSign(code, 1, '(') || code.closes[1] !== end - 1) return undefined
  for (let at = 2; at < end - 1; at = after(code, at, end - 1)) {
    if (wordAt(code, at) === 'as' && afterType(code, at + 1, end - 1) === end - 1) return sliceOf(code, at + 1, end - 1)
  }
  return undefined
}

/** `::` binds more closely than any operator (the manual, Lexical Structure): what stands before must be one operand. */
function castSign(code: Code, end: number): string | undefined {
  let at = afterOperand(code, end)
  while (at !== undefined && isSign(code, at, '::')) {
    const next = afterType(code, at + 1, end)
    if (next === end) return sliceOf(code, at + 1, end)
    at = next
  }
  return undefined
}

/** A constant, a name, a call or something in brackets. */
function afterOperand(code: Code, end: number): number | undefined {
  if (isSign(code, 0, '(')) return after(code, 0, end)
  const kind = code.tokens[0]?.kind
  if (kind === 'string' || kind === 'number') return 1
  if (!isName(code, 0)) return undefined
  let at = 1
  while (isSign(code, at, '.') && isName(code, at + 1)) at += 2
  return isSign(code, at, '(') ? after(code, at, end) : at
}
