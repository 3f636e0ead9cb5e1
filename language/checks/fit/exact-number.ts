/** A decimal number without its sign: `digits` × 10^-`scale`, with no zero at the end of the fraction. */
export interface ExactNumber {
  readonly negative: boolean
  readonly digits: bigint
  readonly scale: number
}

const NUMBER = /^([-+]?)(\d*)(?:\.(\d*))?(?:[eE]([-+]?\d+))?$/
/** Above this, a number is out of the range of every type, and writing its zeros out would only take room. */
const LARGEST_EXPONENT = 20_000

/** Reads a number as SQL writes it; undefined for anything else, such as `1.2.3`. */
export function readExactNumber(text: string): ExactNumber | undefined {
  const [, sign, whole = '', fraction = '', exponent = '0'] = NUMBER.exec(text.trim()) ?? []
  if (sign === undefined || whole + fraction === '') return undefined
  const power = Math.max(-LARGEST_EXPONENT, Math.min(LARGEST_EXPONENT, Number(exponent)))
  const kept = fraction.replace(/0+$/, '')
  let digits = BigInt(whole + kept)
  let scale = kept.length - power
  if (scale < 0) {
    digits *= 10n ** BigInt(-scale)
    scale = 0
  }
  for (; scale > 0 && digits % 10n === 0n; scale--) digits /= 10n
  return { negative: sign === '-' && digits !== 0n, digits, scale }
}

/** The number of digits before the point, 0 for a number below 1. */
export function wholeDigits(number: ExactNumber): number {
  const whole = number.digits / 10n ** BigInt(number.scale)
  return whole === 0n ? 0 : whole.toString().length
}

/** The number rounded to so many places after the point, half away from zero, as Postgres rounds a numeric. */
export function rounded(number: ExactNumber, places: number): ExactNumber {
  const cut = number.scale - places
  if (cut <= 0) return number
  const unit = 10n ** BigInt(cut)
  const digits = number.digits / unit + (2n * (number.digits % unit) >= unit ? 1n : 0n)
  return places < 0
    ? { ...number, digits: digits * 10n ** BigInt(-places), scale: 0 }
    : { ...number, digits, scale: places }
}

/** The number without an exponent, as the databases write it into a text. */
export function plainNumber(text: string): string {
  const number = /e/i.test(text) ? readExactNumber(text) : undefined
  if (number === undefined) return text
  const digits = number.digits.toString().padStart(number.scale + 1, '0')
  const point = digits.length - number.scale
  return (number.negative ? '-' : '') + digits.slice(0, point) + (number.scale > 0 ? `.${digits.slice(point)}` : '')
}
