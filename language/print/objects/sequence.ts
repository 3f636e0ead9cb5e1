import { nameText, quoteName } from '../../../compiler/schema/name.ts'
import type { SequenceObject } from '../../../compiler/schema/objects/sequence.ts'
import { familyWords } from '../option-words.ts'

/** A sequence, without its comment. */
export function writeSequence(sequence: SequenceObject): string {
  const { name, type, start, increment, min, max, cache, cycle, unlogged, owner } = sequence
  const words = ['sequence', nameText(name)]
  if (type !== undefined) words.push(`as ${type}`)
  if (start !== undefined) words.push(`start ${start}`)
  if (increment !== undefined) words.push(`increment ${increment}`)
  if (min !== undefined) words.push(`min ${min}`)
  if (max !== undefined) words.push(`max ${max}`)
  if (cache !== undefined) words.push(`cache ${cache}`)
  if (cycle) words.push('cycle')
  if (unlogged) words.push('unlogged')
  if (owner !== undefined) words.push(`owned by ${nameText(owner.table)}.${quoteName(owner.column)}`)
  return [...words, ...familyWords(sequence)].join(' ')
}
