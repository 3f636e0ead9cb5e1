import type { BuiltinType } from '../../../compiler/schema/type.ts'
import { decimalDigits } from '../../../compiler/schema/type-family.ts'
import { type ExactNumber, readExactNumber, rounded, wholeDigits } from './exact-number.ts'
import type { Misfit, Room } from './fit.ts'

const RANGES: Readonly<Record<string, bigint>> = { smallint: 2n ** 15n, int: 2n ** 31n, bigint: 2n ** 63n }
const LARGEST: Readonly<Record<string, number>> = { real: 3.4028235677973366e38, double: Number.MAX_VALUE }

/** Why a number does not fit a type of numbers; SQLite keeps any number that it can read in any of them. */
export function numberMisfit(text: string, type: BuiltinType, room: Room): Misfit | undefined {
  const number = readExactNumber(text)
  if (number === undefined) return { why: 'is no number', broken: true }
  const held = room.dialect === 'postgres'
  const limit = RANGES[type.name]
  if (limit !== undefined) return integerMisfit(number, type.name, limit, held)
  const largest = LARGEST[type.name]
  if (largest !== undefined) {
    return Math.abs(Number(text)) > largest
      ? { why: `is out of the range of \`${type.name}\``, broken: held }
      : undefined
  }
  return type.name === 'decimal' ? decimalMisfit(number, type, held) : undefined
}

function integerMisfit(number: ExactNumber, name: string, limit: bigint, held: boolean): Misfit | undefined {
  if (number.scale > 0) return { why: `is no whole number, and \`${name}\` holds nothing else`, broken: false }
  const most = number.negative ? limit : limit - 1n
  if (number.digits <= most) return undefined
  return { why: `is out of the range of \`${name}\`, which ends at ${number.negative ? '-' : ''}${most}`, broken: held }
}

function decimalMisfit(number: ExactNumber, type: BuiltinType, held: boolean): Misfit | undefined {
  const room = decimalDigits(type)
  if (room === undefined) return undefined
  const kept = rounded(number, room.scale)
  const most = Math.max(room.whole, 0)
  if (wholeDigits(kept) > most) {
    const holds = most === 0 ? 'no digits' : `${most} ${most === 1 ? 'digit' : 'digits'}`
    return { why: `is too large: \`decimal(${type.args!.join(', ')})\` holds ${holds} before the point`, broken: held }
  }
  if (number.scale <= room.scale) return undefined
  return { why: `has more than ${room.scale} ${room.scale === 1 ? 'place' : 'places'} after the point`, broken: false }
}
