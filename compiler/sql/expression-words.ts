import { isReservedInPostgres, isReservedInSqlite } from './reserved-words.ts'

function words(text: string): ReadonlySet<string> {
  return new Set(text.trim().split(/\s+/))
}

/** Words after an operand that another operand follows. */
export const INFIX = words(`
  and or not like ilike glob regexp match in between escape when then else from for using by placing overlaps where
  having on limit offset values returning set rows range groups union except intersect select rlike div mod
`)

/** Words that stand for a value by themselves. */
const VALUES = words('null true false current_date current_time current_timestamp default')

/** Words that Postgres reads as a value and SQLite as a name. */
const VALUES_OF_POSTGRES = words(`
  user current_user session_user system_user current_role current_catalog current_schema localtime localtimestamp
`)

/** Words that begin or continue something in an operand's place, so that an operand still has to come. */
const PREFIXES = words(`
  array any some variadic symmetric asymmetric ilike similar lateral for placing only exists between escape cast end
`)

/** Words that look like calls before a bracket and are none. */
const NO_CALLS = words(`
  and or not in any some all array row exists case when then else values cast like ilike glob between is on using where
  having by from select distinct filter over within rollup cube sets as end union except intersect interval limit offset
  order group lateral with variadic set returning primary foreign unique check key references
`)

/** Types whose name may stand before a string as a value: `date '2020-01-01'`. */
const LITERAL_TYPES = words(`
  date time timetz timestamp timestamptz interval json jsonb uuid inet cidr macaddr point line lseg box path polygon circle
  int int2 int4 int8 integer bigint smallint numeric decimal real float float4 float8 bool boolean text varchar char
  bytea bit varbit xml money citext tsvector tsquery int4range int8range numrange daterange tsrange tstzrange regclass
`)

/** What an unquoted word means where an operand is expected. */
export type OperandWord = 'value' | 'perhaps a value' | 'prefix' | 'name'

export function operandWord(word: string): OperandWord {
  if (VALUES.has(word)) return 'value'
  if (VALUES_OF_POSTGRES.has(word)) return 'perhaps a value'
  if (PREFIXES.has(word)) return 'prefix'
  return isReservedInPostgres(word) && isReservedInSqlite(word) ? 'prefix' : 'name'
}

/** Whether a word before a bracket names a function. */
export function canBeCalled(word: string): boolean {
  return !NO_CALLS.has(word)
}

/** Whether a word before a string surely names the string's type. */
export function isLiteralType(word: string): boolean {
  return LITERAL_TYPES.has(word)
}
