import { isReserved } from '../../../compiler/sql/reserved-words.ts'

/** Words of SQL that are keywords where they stand, though they may be names elsewhere. */
const SOFT = words(`
  abort action aggregate always asc attach before begin by cascade close column conflict constraint current cycle
  database declare default deferred desc do each enable end escape exclude exclusive execute explain extract fail filter
  first following for function generated glob groups identity ignore immediate including indexed instead interval key
  language last lateral level local loop materialized matched merge new no nothing nulls of old others over partition
  perform plan pragma preceding procedure query range recursive regexp reindex release rename replace restrict return
  returns revoke role rollback row rows savepoint schema sequence share skip start statement stored table temp temporary
  then ties transaction trigger truncate type unbounded vacuum view virtual with within without zone after update insert
  delete set values add all alter drop elsif raise exception using time
`)

/** Keywords that are also called as functions. */
const CALLED = words(
  'left right replace coalesce nullif greatest least glob like row abs min max date time interval extract',
)

/** Types by the names that SQL has for them. */
const TYPES = words(`
  bigint bigserial bit blob bool boolean box bytea char character cidr circle citext date daterange decimal double float
  float4 float8 hstore inet int int2 int4 int8 integer interval json jsonb line ltree macaddr money name numeric oid path
  point polygon precision real regclass serial smallint text time timestamp timestamptz timetz tsquery tsrange tstzrange
  tsvector uuid varbit varchar varying vector xml
`)

function words(text: string): ReadonlySet<string> {
  return new Set(text.trim().split(/\s+/))
}

/** Whether a lower-case word is a keyword of SQL; `called` says that a bracket follows it. */
export function isSqlKeyword(word: string, called: boolean): boolean {
  return (isReserved(word) || SOFT.has(word)) && !(called && CALLED.has(word))
}

/** Whether a lower-case word is the name of a type in SQL. */
export function isSqlType(word: string): boolean {
  return TYPES.has(word)
}
