import { type Code, isName, wordAt } from './code.ts'

/** Words after which a bracket opens no call. */
const OPERATORS = new Set(['and', 'or', 'not', 'in', 'then', 'else', 'when', 'case', 'is', 'like', 'table', 'values'])

/** A piece of SQL with one blank between its parts, and none where SQL is written without: `f(a, b[1])::text`. */
export function tightSql(code: Code, from: number, to: number): string {
  let text = ''
  for (let at = from; at < to; at++) {
    text += (at > from && isApart(code, at, from) ? ' ' : '') + code.tokens[at]!.text
  }
  return text
}

function isApart(code: Code, at: number, from: number): boolean {
  const before = code.tokens[at - 1]!.text
  const text = code.tokens[at]!.text
  if (['(', '[', '.', '::'].includes(before) || [')', ']', ',', '.', '::', '['].includes(text)) return false
  if (text === '(') return !(isName(code, at - 1) && !OPERATORS.has(wordAt(code, at - 1)))
  return !((before === '-' || before === '+') && (at - 1 === from || isSigned(code, at - 1)))
}

/** Whether a sign at `at` belongs to the number after it. */
function isSigned(code: Code, at: number): boolean {
  const before = code.tokens[at - 1]
  return before?.kind === 'operator' || before?.text === '(' || before?.text === ','
}
