import type { Edit } from './apply-changes.ts'

/** More lines than that on both sides are replaced as one. */
const MOST = 400

/** The edits that lead from one text to another, line by line, so that a cursor in a line that stays is not moved. */
export function lineEdits(from: string, to: string, offset = 0): readonly Edit[] {
  const [one, two] = [lines(from), lines(to)]
  let head = 0
  while (head < one.length && head < two.length && one[head] === two[head]) head++
  let tail = 0
  while (
    tail < one.length - head &&
    tail < two.length - head &&
    one[one.length - 1 - tail] === two[two.length - 1 - tail]
  )
    tail++
  const start = offset + length(one.slice(0, head))
  return between(one.slice(head, one.length - tail), two.slice(head, two.length - tail), start)
}

function between(one: readonly string[], two: readonly string[], start: number): readonly Edit[] {
  if (one.length === 0 && two.length === 0) return []
  if (one.length > MOST || two.length > MOST) return [{ start, end: start + length(one), text: two.join('') }]
  const edits: Edit[] = []
  let [i, j, at] = [0, 0, start]
  for (const [a, b] of [...pairs(one, two), [one.length, two.length] as const]) {
    const gone = length(one.slice(i, a))
    if (gone > 0 || b > j) edits.push({ start: at, end: at + gone, text: two.slice(j, b).join('') })
    at += gone
    const [old, now] = [one[a], two[b]]
    if (old === undefined || now === undefined) break
    if (old !== now) edits.push(within(old, now, at))
    at += old.length
    i = a + 1
    j = b + 1
  }
  return edits
}

/** The lines that are the same but for blanks, as pairs of places: the longest common sequence. */
function pairs(one: readonly string[], two: readonly string[]): readonly (readonly [number, number])[] {
  const [a, b] = [one.map(bare), two.map(bare)]
  const most = Array.from({ length: a.length + 1 }, () => new Uint16Array(b.length + 1))
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--)
      most[i]![j] = a[i] === b[j] ? most[i + 1]![j + 1]! + 1 : Math.max(most[i + 1]![j]!, most[i]![j + 1]!)
  const found: (readonly [number, number])[] = []
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    if (a[i] === b[j]) found.push([i++, j++])
    else if (most[i + 1]![j]! >= most[i]![j + 1]!) i++
    else j++
  }
  return found
}

/** One edit in a line: what stays at both ends is left alone. */
function within(from: string, to: string, offset: number): Edit {
  let head = 0
  while (head < from.length && head < to.length && from[head] === to[head]) head++
  let tail = 0
  while (
    tail < from.length - head &&
    tail < to.length - head &&
    from[from.length - 1 - tail] === to[to.length - 1 - tail]
  )
    tail++
  return { start: offset + head, end: offset + from.length - tail, text: to.slice(head, to.length - tail) }
}

function bare(line: string): string {
  return line.replace(/\s+/g, '')
}

function lines(text: string): readonly string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? []
}

function length(parts: readonly string[]): number {
  return parts.reduce((sum, part) => sum + part.length, 0)
}
