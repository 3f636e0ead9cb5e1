/** The portable types, in the order of the language's documentation. */
export const PORTABLE_TYPES: readonly string[] = [
  'smallint',
  'int',
  'bigint',
  'decimal',
  'real',
  'double',
  'bool',
  'text',
  'varchar',
  'char',
  'bytes',
  'uuid',
  'date',
  'time',
  'timestamp',
  'timestamptz',
  'interval',
  'json',
  'jsonb',
]

/** Types that Postgres or one of its well-known extensions has, under their own names. */
export const POSTGRES_TYPES: readonly string[] = `inet cidr macaddr macaddr8 citext tsvector tsquery xml bit varbit
  money point line lseg box path polygon circle timetz int4range int8range numrange tsrange tstzrange daterange
  int4multirange int8multirange nummultirange tsmultirange tstzmultirange datemultirange hstore ltree lquery ltxtquery
  cube name oid pg_lsn jsonpath vector geometry geography`.split(/\s+/)

/** Every name that means a built-in type in `.mig` text when it stands there without quotes. */
export const BUILTIN_TYPES: ReadonlySet<string> = new Set([...PORTABLE_TYPES, ...POSTGRES_TYPES])
