import { type PartitionBound, plainValue } from './partition.ts'

/** Whether a row could belong to both of two partitions of one table, as far as their bounds say it without a database. */
export function boundsOverlap(a: PartitionBound, b: PartitionBound): boolean {
  if (a.kind === 'default' || b.kind === 'default') return a.kind === b.kind
  if (a.kind === 'list' && b.kind === 'list') {
    const values = new Set(a.values.map(plainValue))
    return b.values.some(value => values.has(plainValue(value)))
  }
  if (a.kind === 'hash' && b.kind === 'hash') return sharesRemainder(a, b)
  if (a.kind === 'range' && b.kind === 'range') return isBelow(a.from, b.to) && isBelow(b.from, a.to)
  return false
}

type Hash = Extract<PartitionBound, { kind: 'hash' }>

function sharesRemainder(a: Hash, b: Hash): boolean {
  const [one, other, difference] = [Number(a.modulus), Number(b.modulus), Number(a.remainder) - Number(b.remainder)]
  if (![one, other, difference].every(Number.isInteger) || one < 1 || other < 1) return false
  return difference % divisor(one, other) === 0
}

function divisor(a: number, b: number): number {
  return b === 0 ? a : divisor(b, a % b)
}

/** Whether one end of a range is surely below another: the first values that differ decide. */
function isBelow(from: readonly string[], to: readonly string[]): boolean {
  for (const [at, value] of from.entries()) {
    const order = compared(plainValue(value), plainValue(to[at] ?? ''))
    if (order !== 0) return order !== undefined && order < 0
  }
  return false
}

const ENDS: Readonly<Record<string, number>> = { minvalue: -1, maxvalue: 1 }

/** How two values of a bound stand to each other; undefined where only the database knows. */
export function comparedValues(a: string, b: string): number | undefined {
  return compared(plainValue(a), plainValue(b))
}

/** Numbers and days by what they mean; of other values only whether they are the same, since texts sort as their collation says. */
function compared(a: string, b: string): number | undefined {
  if (a === b) return 0
  const [one, other] = [ENDS[a] ?? 0, ENDS[b] ?? 0]
  if (one !== other) return one - other
  const numbers = [a, b].map(value => (/^-?[0-9]+(?:\.[0-9]+)?$/.test(value) ? Number(value) : undefined))
  if (numbers[0] !== undefined && numbers[1] !== undefined) return numbers[0] - numbers[1]
  const times = [a, b].map(momentIn)
  if (times[0] === undefined || times[1] === undefined) return undefined
  return times[0] < times[1] ? -1 : Number(times[0] > times[1])
}

/** A day, or a time of a day without a zone, in one form that sorts as it passes. */
function momentIn(value: string): string | undefined {
  const [, day, time = '00:00', rest = ''] =
    /^'(\d{4}-\d{2}-\d{2})(?:[ T](\d{2}:\d{2})(:\d{2}(?:\.\d+)?)?)?'$/.exec(value) ?? []
  return day === undefined ? undefined : `${day} ${time}${rest === '' ? ':00' : rest}`
}
