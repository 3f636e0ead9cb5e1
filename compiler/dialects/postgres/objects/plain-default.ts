import { plainTypeText } from '../../../sql/routine/plain-type.ts'
import { sameSql } from '../../../sql/same.ts'

const CAST = /^('(?:[^']|'')*'|null)::(.+)$/is

/** The default of an argument without the cast to its own type that Postgres puts behind a constant. */
export function plainDefault(text: string, type: string): string {
  const cast = CAST.exec(text.trim())
  if (cast === null || !sameSql(plainTypeText(cast[2]!), type)) return text.trim()
  const [, value] = cast
  if (value!.toLowerCase() === 'null') return 'null'
  const inside = value!.slice(1, -1)
  return NUMBERS.test(type) && /^-?\d+(?:\.\d+)?$/.test(inside) ? inside : value!
}

const NUMBERS = /^(?:smallint|integer|bigint|numeric|real|double precision)$/
