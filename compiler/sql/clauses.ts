import { after, type Code, wordAt } from './code.ts'

/** A part of a statement: the word that begins it and the tokens after that word. */
export interface Clause {
  readonly word: string
  readonly from: number
  readonly to: number
}

/** Words of clauses, each with the words of which one must follow. */
const OPENERS: ReadonlyMap<string, readonly string[] | undefined> = new Map([
  ['from', undefined],
  ['where', undefined],
  ['having', undefined],
  ['window', undefined],
  ['limit', undefined],
  ['offset', undefined],
  ['fetch', ['first', 'next']],
  ['returning', undefined],
  ['into', undefined],
  ['set', undefined],
  ['using', undefined],
  ['group', ['by']],
  ['order', ['by']],
  ['for', ['update', 'share', 'no', 'key']],
  ['on', ['conflict']],
] as [string, readonly string[] | undefined][])

/** The clauses between `from` and `to` outside any brackets; the first one, which may be empty, has no word. */
export function splitClauses(code: Code, from: number, to: number, words: readonly string[]): readonly Clause[] {
  const clauses: Clause[] = []
  let open = { word: '', from }
  for (let at = from; at < to; at = after(code, at, to)) {
    const word = wordAt(code, at)
    if (!words.includes(word) || !opens(code, at, from)) continue
    clauses.push({ ...open, to: at })
    const second = OPENERS.get(word)
    open = { word, from: Math.min(second === undefined || word === 'for' ? at + 1 : at + 2, to) }
  }
  clauses.push({ ...open, to })
  return clauses
}

function opens(code: Code, at: number, from: number): boolean {
  const second = OPENERS.get(wordAt(code, at))
  if (second !== undefined && !second.includes(wordAt(code, at + 1))) return false
  if (at === from) return !NAMES_TOO.has(wordAt(code, at))
  const before = code.tokens[at - 1]!
  if (before.text === '.' || (before.kind === 'name' && before.value === 'as')) return false
  if (wordAt(code, at) === 'from' && before.value === 'distinct' && ['is', 'not'].includes(wordAt(code, at - 2)))
    return false
  return !NAMES_TOO.has(wordAt(code, at)) || !'(,'.includes(before.text)
}

/** Words that SQLite takes for a column where one is expected. */
const NAMES_TOO = new Set(['window', 'offset', 'fetch'])

/** The ranges between the commas outside any brackets; no range for no tokens. */
export function splitList(code: Code, from: number, to: number): readonly (readonly [number, number])[] {
  const ranges: [number, number][] = []
  let start = from
  for (let at = from; at < to; at = after(code, at, to)) {
    if (code.tokens[at]!.text !== ',' || code.tokens[at]!.kind !== 'punctuation') continue
    ranges.push([start, at])
    start = at + 1
  }
  if (start < to) ranges.push([start, to])
  return ranges
}
