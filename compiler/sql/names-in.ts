import { splitList } from './clauses.ts'
import { type Code, isName } from './code.ts'

/** The names that begin the entries of a list, each as it is meant. */
export function namesIn(code: Code, first: number, end: number): readonly string[] {
  return splitList(code, first, end)
    .filter(([start]) => isName(code, start))
    .map(([start]) => code.tokens[start]!.value)
}
