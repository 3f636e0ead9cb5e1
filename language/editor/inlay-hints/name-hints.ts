import { quoteName } from '../../../compiler/schema/name.ts'
import type { Occurrence } from '../occurrence.ts'
import { occurrencesOf } from '../occurrences/occurrences-of.ts'
import { code } from '../revisions/markdown.ts'
import type { Hint, HintPlace } from './hint.ts'
import { placeAfterTarget } from './target-place.ts'

/** The names of keys, checks and indexes that are made, behind the words that make them; not that of `primary` behind a column. */
export function nameHints({ model, parsed }: HintPlace, start: number, end: number): readonly Hint[] {
  const all = occurrencesOf(model, parsed)
  const hints: Hint[] = []
  for (let at = firstFrom(all, start); at < all.length && all[at]!.start <= end; at++) {
    const one = all[at]!
    if (one.made && !isPlainKey(one, parsed.text)) hints.push(hintOf(one, parsed.text))
  }
  return hints
}

/** Behind `primary` of a column every table would say the same. */
function isPlainKey({ start, end }: Occurrence, text: string): boolean {
  return text.slice(start, end) === 'primary' && !isLineStart(text, start)
}

function isLineStart(text: string, at: number): boolean {
  return /^[ \t]*$/.test(text.slice(text.lastIndexOf('\n', at - 1) + 1, at))
}

function hintOf({ start, end, name, kind }: Occurrence, text: string): Hint {
  const word = text.slice(start, end)
  const at = word === '->' ? placeAfterTarget(text, start) : kind === 'index' ? endOfWords(text, start, end) : end
  const what = kind === 'index' ? 'index' : word === 'check' ? 'check' : 'key'
  const canName = isLineStart(text, start) || word === 'check'
  const how = canName ? ' Write another one here to give it a name that stays.' : ''
  return {
    at,
    label: name,
    tooltip: `The ${what} is called ${code(name)} in the database: the name is made, as Postgres makes it.${how}`,
    ...(canName && { insert: ` ${quoteName(name)}` }),
  }
}

/** Behind `index` in `unique index`. */
function endOfWords(text: string, start: number, end: number): number {
  const both = /unique[ \t]+index\b/y
  both.lastIndex = start
  return both.test(text) ? both.lastIndex : end
}

function firstFrom(all: readonly Occurrence[], start: number): number {
  let low = 0
  let high = all.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (all[middle]!.end < start) low = middle + 1
    else high = middle
  }
  return low
}
