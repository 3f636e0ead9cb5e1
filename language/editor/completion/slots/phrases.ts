import type { Reading } from '../grammar/reading.ts'
import { following } from '../grammar/walk.ts'

const MOST = 10
const LONGEST = 4
/** Words after which a list of its own is better than all in one. */
const ALONE: ReadonlySet<string> = new Set(['create', 'add', 'drop', 'rename', 'alter', 'database', 'targets'])

/** A keyword with those that have to follow it: `without rowid`; one phrase for each where there is a choice of them. */
export function phrasesFrom(reading: Reading): readonly string[] {
  const word = reading.leaf.word!
  if (ALONE.has(word)) return [word]
  const phrases = expand(reading, 1)
  return phrases.length > MOST ? [word] : [...new Set(phrases)]
}

function expand(reading: Reading, length: number): readonly string[] {
  const word = reading.leaf.word!
  const next = length < LONGEST ? following(reading) : []
  if (next.length === 0 || next.some(one => one.leaf.word === undefined)) return [word]
  return next.flatMap(one => expand(one, length + 1).map(rest => `${word} ${rest}`))
}
