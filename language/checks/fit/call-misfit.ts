import type { BuiltinType } from '../../../compiler/schema/type.ts'
import { isString, lengthOf } from '../../../compiler/schema/type-family.ts'
import type { Call } from '../../../compiler/schema/value.ts'
import type { Misfit, Room } from './fit.ts'

const GIVES: Readonly<Record<Call['name'], string>> = { now: 'a date and time', today: 'a date', uuid: 'a UUID' }
const LENGTHS: Readonly<Record<Call['name'], number>> = { now: 19, today: 10, uuid: 36 }
const MOMENTS = ['date', 'timestamp', 'timestamptz']

/** The types that take what a call gives, besides those of text. */
const TAKEN: Readonly<Record<Call['name'], readonly string[]>> = {
  now: [...MOMENTS, 'time', 'timetz'],
  today: MOMENTS,
  uuid: ['uuid'],
}

/** Types that no call of the language fits; what is in neither list may be a text to its database. */
const NEVER: ReadonlySet<string> = new Set(
  `smallint int bigint decimal real double bool bytes interval json jsonb uuid date time timetz timestamp timestamptz
  inet cidr macaddr macaddr8 bit varbit money point line lseg box path polygon circle oid tsvector tsquery xml`.split(
    /\s+/,
  ),
)

/** Why what a call gives does not fit a type. */
export function callMisfit(call: Call['name'], type: BuiltinType, room: Room): Misfit | undefined {
  const gives = GIVES[call]
  const limit = isString(type) && type.name !== 'name' ? lengthOf(type) : undefined
  if (limit !== undefined && limit < LENGTHS[call]) {
    return { why: `gives ${gives}, which has ${LENGTHS[call]} characters, and the column holds ${limit}`, broken: true }
  }
  if (isString(type) || !NEVER.has(type.name)) return undefined
  if (!TAKEN[call].includes(type.name))
    return { why: `gives ${gives}, which \`${type.name}\` does not hold`, broken: true }
  return call === 'now' && type.name === 'date' && room.dialect === 'sqlite'
    ? { why: 'gives a time as well, which is kept', broken: false, instead: 'today()' }
    : undefined
}
