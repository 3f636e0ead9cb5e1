import type { BuiltinType, Type } from '../../schema/type.ts'
import { quoteQName } from './quote.ts'

/** Portable names that Postgres spells in its own way. */
const SPELLINGS: Readonly<Record<string, string>> = {
  int: 'integer',
  decimal: 'numeric',
  double: 'double precision',
  bool: 'boolean',
  bytes: 'bytea',
}

/** Names that are the same in `.mig` text and in Postgres. */
const NAMES: ReadonlySet<string> = new Set(
  `smallint bigint real text varchar char uuid date time timetz timestamp timestamptz interval json jsonb inet cidr
  macaddr macaddr8 citext tsvector tsquery xml bit varbit money point line lseg box path polygon circle int4range
  int8range numrange tsrange tstzrange daterange int4multirange int8multirange nummultirange tsmultirange
  tstzmultirange datemultirange hstore ltree lquery ltxtquery cube name oid pg_lsn jsonpath vector geometry
  geography`.split(/\s+/),
)

/** The type as Postgres spells it in a column's definition; undefined for a name that it does not have. */
export function spell(type: Type): string | undefined {
  switch (type.kind) {
    case 'builtin':
      return spellBuiltin(type)
    case 'enum':
      return quoteQName(type.name)
    case 'array': {
      const item = spell(type.of)
      return item === undefined ? undefined : `${item}[]`
    }
    case 'raw':
      return type.sql.trim()
  }
}

function spellBuiltin({ name, args }: BuiltinType): string | undefined {
  const spelled = SPELLINGS[name] ?? (NAMES.has(name) ? name : undefined)
  if (spelled === undefined) return undefined
  return args === undefined || args.length === 0 ? spelled : `${spelled}(${args.join(', ')})`
}
