import { after, type Code, hasWords, isName, isSign, wordAt } from './code.ts'
import { pathAt } from './path-at.ts'
import type { Reader } from './scope.ts'

const SECOND_WORDS: ReadonlyMap<string, string> = new Map([
  ['double', 'precision'],
  ['character', 'varying'],
  ['char', 'varying'],
  ['bit', 'varying'],
  ['national', 'character'],
])
const FIELDS = new Set(['year', 'month', 'day', 'hour', 'minute', 'second'])

/** Notes the name of the type that begins at `at`. */
export function noteType({ code, types }: Pick<Reader, 'code' | 'types'>, at: number, to: number): void {
  const start = wordAt(code, at) === 'setof' ? at + 1 : at
  if (start < to && isName(code, start)) types.push(pathAt(code, start, to))
}

/** The place after the type that begins at `at`: `numeric(10, 2)[]`, `timestamp with time zone`, `audit.status`. */
export function afterType(code: Code, start: number, to: number): number {
  const at = wordAt(code, start) === 'setof' ? start + 1 : start
  if (at >= to || !isName(code, at)) return Math.min(at, to)
  const first = wordAt(code, at)
  let next = at + 1
  while (next + 1 < to && isSign(code, next, '.') && isName(code, next + 1)) next += 2
  if (next < to && SECOND_WORDS.has(first) && wordAt(code, next) === SECOND_WORDS.get(first)) next++
  if (next < to && first === 'national' && wordAt(code, next) === 'varying') next++
  if (first === 'interval') next = afterFields(code, next, to)
  if (next < to && isSign(code, next, '(')) next = after(code, next, to)
  if (hasWords(code, next, 'with', 'time', 'zone') || hasWords(code, next, 'without', 'time', 'zone')) next += 3
  while (next < to && isSign(code, next, '[')) next = after(code, next, to)
  if (next < to && wordAt(code, next) === 'array') {
    next++
    while (next < to && isSign(code, next, '[')) next = after(code, next, to)
  }
  return Math.min(next, to)
}

/** The place after the fields that can follow `interval` or its text: `day`, `hour to second`. */
export function afterFields(code: Code, at: number, to: number): number {
  if (at >= to || !FIELDS.has(wordAt(code, at))) return at
  const more = wordAt(code, at + 1) === 'to' && FIELDS.has(wordAt(code, at + 2))
  return Math.min(more ? at + 3 : at + 1, to)
}
