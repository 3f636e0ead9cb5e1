import type { Occurrence } from '../occurrence.ts'
import type { Place } from '../place.ts'
import { occurrencesOf } from './occurrences-of.ts'

/** The name that a place is in, or at the end of; what is written wins over what a word makes. */
export function occurrenceAt({ model, parsed, offset }: Place): Occurrence | undefined {
  const all = occurrencesOf(model, parsed)
  let low = 0
  let high = all.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (all[middle]!.start <= offset) low = middle + 1
    else high = middle
  }
  let ending: Occurrence | undefined
  for (let at = low - 1; at >= 0 && at >= low - NEAR; at--) {
    const one = all[at]!
    if (offset < one.end) return one
    if (offset === one.end) ending ??= one
  }
  return ending
}

const NEAR = 4
