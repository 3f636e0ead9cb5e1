import { boundsOverlap, comparedValues } from './bounds-overlap.ts'
import { type PartitionBound, plainValue } from './partition.ts'

type Pair = readonly [earlier: number, later: number]

const MOST_COMPARED = 200

/** The bounds, by their places, that a row could fit beside another one, each with the first that it overlaps. */
export function overlappingBounds(bounds: readonly PartitionBound[]): readonly Pair[] {
  const found: Pair[] = []
  const told = new Set<number>()
  const note = (a: number, b: number) => {
    const later = Math.max(a, b)
    if (told.has(later) || !boundsOverlap(bounds[a]!, bounds[b]!)) return
    told.add(later)
    found.push([Math.min(a, b), later])
  }
  const holders = new Map<string, number>()
  const ranges: number[] = []
  bounds.forEach((bound, at) => {
    if (bound.kind === 'range') ranges.push(at)
    for (const value of valuesOf(bound)) {
      const first = holders.get(value)
      if (first === undefined) holders.set(value, at)
      else note(first, at)
    }
  })
  const hashes = bounds.flatMap((bound, at) => (bound.kind === 'hash' ? [at] : []))
  const moduli = new Set(hashes.map(at => (bounds[at] as Hash).modulus))
  if (moduli.size > 1) eachPair(hashes, note)
  if (isOrdered(ranges.map(at => bounds[at] as Range))) inOrder(bounds, ranges, note)
  else eachPair(ranges, note)
  return found.sort(([, a], [, b]) => a - b)
}

type Range = Extract<PartitionBound, { kind: 'range' }>
type Hash = Extract<PartitionBound, { kind: 'hash' }>

/** What only one partition of a table can have. */
function valuesOf(bound: PartitionBound): readonly string[] {
  switch (bound.kind) {
    case 'default':
      return ['default']
    case 'list':
      return [...new Set(bound.values.map(value => `value ${plainValue(value)}`))]
    case 'hash':
      return [`remainder ${bound.modulus} ${bound.remainder}`]
    case 'range':
      return []
  }
}

function eachPair(places: readonly number[], note: (a: number, b: number) => void): void {
  const some = places.slice(0, MOST_COMPARED)
  for (const [at, one] of some.entries()) for (const other of some.slice(at + 1)) note(one, other)
}

/** Whether every two values of one column can be compared. */
function isOrdered(ranges: readonly Range[]): boolean {
  const firsts = ranges[0]?.from ?? []
  return firsts.every((_, key) => {
    const values = ranges.flatMap(({ from, to }) => [from[key], to[key]]).filter(value => value !== undefined)
    const known = values.find(value => !/^m(?:in|ax)value$/i.test(value))
    return known === undefined || values.every(value => comparedValues(value, known) !== undefined)
  })
}

function inOrder(bounds: readonly PartitionBound[], places: readonly number[], note: (a: number, b: number) => void) {
  const rangeAt = (at: number) => bounds[at] as Range
  const sorted = [...places].sort((a, b) => order(rangeAt(a).from, rangeAt(b).from) || a - b)
  let widest = sorted[0]
  for (const at of sorted.slice(1)) {
    if (order(rangeAt(at).from, rangeAt(widest!).to) < 0) note(widest!, at)
    if (order(rangeAt(at).to, rangeAt(widest!).to) > 0) widest = at
  }
}

function order(a: readonly string[], b: readonly string[]): number {
  for (const [at, value] of a.entries()) {
    const found = comparedValues(value, b[at] ?? '') ?? 0
    if (found !== 0) return found
  }
  return 0
}
