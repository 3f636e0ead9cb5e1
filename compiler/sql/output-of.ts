import { chosenName } from './chosen-name.ts'
import { type Code, isName, isSign } from './code.ts'
import type { Item } from './scope.ts'

/** What an entry of a select list is called outside; `alias` is the place of the name that it was given. */
export function outputOf(code: Code, from: number, to: number, alias: number | undefined): Item {
  if (alias !== undefined) return { from, to, alias, name: code.tokens[alias]!.value }
  if (isSign(code, to - 1, '*') && to - from === 1) return { from, to, star: {} }
  if (isSign(code, to - 1, '*') && isSign(code, to - 2, '.') && to - from > 2) {
    return { from, to, star: { of: isName(code, to - 3) ? code.tokens[to - 3]!.value : '' } }
  }
  const chosen = chosenName(code, from, to)
  if (chosen === undefined) return { from, to }
  return { from, to, name: chosen.name, ...(chosen.origin !== undefined && { origin: chosen.origin }) }
}
