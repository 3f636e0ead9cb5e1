/** A stretch of a text and what takes its place. */
export interface OffsetEdit {
  readonly start: number
  readonly end: number
  readonly text: string
}

/**
 * The edits from a text to its formatted form: as good as all are in white space. Where words have changed places, the
 * shortest stretch that has the same letters in both texts is replaced.
 */
export function whitespaceEdits(before: string, after: string): readonly OffsetEdit[] {
  const edits: OffsetEdit[] = []
  let a = 0
  let b = 0
  while (a < before.length || b < after.length) {
    const aEnd = blanksEnd(before, a)
    const bEnd = blanksEnd(after, b)
    replace(a, aEnd, b, bEnd)
    a = aEnd
    b = bEnd
    if (a < before.length && before[a] === after[b]) {
      a++
      b++
    } else if (a < before.length || b < after.length) [a, b] = replaceMoved(a, b)
  }
  return edits

  function replaceMoved(from: number, to: number): [number, number] {
    const balance = new Map<string, number>()
    let [one, two] = [from, to]
    do {
      one = blanksEnd(before, one)
      two = blanksEnd(after, two)
      if (one < before.length) count(balance, before[one++]!, 1)
      if (two < after.length) count(balance, after[two++]!, -1)
    } while (balance.size > 0 && (one < before.length || two < after.length))
    edits.push({ start: from, end: one, text: after.slice(to, two) })
    return [one, two]
  }

  function replace(start: number, end: number, from: number, to: number): void {
    let [one, two, last, lastTo] = [start, from, end, to]
    while (one < last && two < lastTo && before[one] === after[two]) {
      one++
      two++
    }
    while (last > one && lastTo > two && before[last - 1] === after[lastTo - 1]) {
      last--
      lastTo--
    }
    if (last > one || lastTo > two) edits.push({ start: one, end: last, text: after.slice(two, lastTo) })
  }
}

/** The text after its edits, which are in its order. */
export function applyEdits(text: string, edits: readonly OffsetEdit[]): string {
  let result = ''
  let at = 0
  for (const { start, end, text: inserted } of edits) {
    result += text.slice(at, start) + inserted
    at = end
  }
  return result + text.slice(at)
}

function count(balance: Map<string, number>, letter: string, by: number): void {
  const now = (balance.get(letter) ?? 0) + by
  if (now === 0) balance.delete(letter)
  else balance.set(letter, now)
}

function blanksEnd(text: string, from: number): number {
  let at = from
  while (at < text.length && /\s/.test(text[at]!)) at++
  return at
}
