import { type Code, isSign, wordAt } from './code.ts'

/** Whether a query begins at `at`, so that the bracket before it holds one. */
export function startsQuery(code: Code, at: number): boolean {
  const word = wordAt(code, at)
  return word === 'select' || word === 'with' || (word === 'values' && isSign(code, at + 1, '('))
}
