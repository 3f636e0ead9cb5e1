import fc from 'fast-check'

/** A tape of random numbers that a generator reads from; past its end it reads zeros, so shorter tapes are simpler. */
export class Tape {
  private at = 0
  private readonly numbers: readonly number[]

  constructor(numbers: readonly number[]) {
    this.numbers = numbers
  }

  /** A number from 0 to `below` - 1. */
  next(below: number): number {
    const value = this.numbers[this.at++] ?? 0
    return below <= 1 ? 0 : value % below
  }

  /** True about once in `odds` times; never when the tape reads zero. */
  chance(odds: number): boolean {
    return this.next(odds) === odds - 1
  }

  pick<T>(items: readonly T[]): T {
    return items[this.next(items.length)]!
  }
}

/** Tapes of up to `length` numbers. */
export function tapes(length: number): fc.Arbitrary<readonly number[]> {
  return fc.array(fc.nat({ max: 9999 }), { minLength: Math.floor(length / 2), maxLength: length, size: 'max' })
}
