import type { Column, Compression, Identity, Storage } from '../../../schema/column.ts'
import { makeObjectName } from '../../../schema/made-name.ts'
import type { QName } from '../../../schema/name.ts'
import type { Query, Row } from '../../dialect.ts'
import { plainIdentity } from '../plain-form.ts'
import { readDefault } from '../read-default.ts'
import { RELATIONS } from './catalog-sql.ts'
import { DECLARED_TYPE, declaredType, defaultTypeOf, typeOf } from './declared-type.ts'
import { commentOf, flagOf, groupRows, nameOf, optionalText, parametersOf, textOf } from './row.ts'
import { sequenceOptionsOf } from './sequence-options.ts'

const columnsSql = (relations: string) => `with relation as (${relations})
  select r.oid::text as "table", a.attname as name, format_type(a.atttypid, a.atttypmod) || repeat('[]', a.attndims - 1) as type,
    ${DECLARED_TYPE},
    not a.attnotnull as nullable, pg_get_expr(d.adbin, d.adrelid, true) as expression,
    a.attidentity as identity, a.attgenerated as generated,
    s.seqstart::text as start, s.seqincrement::text as increment, s.seqmin::text as min, s.seqmax::text as max,
    s.seqcache::text as cache, s.seqcycle as cycle, format_type(s.seqtypid, null) as counts_in,
    q.relname as sequence, nullif(qn.nspname, current_schema()) as sequence_schema,
    r.relname as table_name, r.schema as table_schema,
    case when a.attstorage <> t.typstorage then a.attstorage end as storage,
    nullif(to_jsonb(a) ->> 'attcompression', '') as compression,
    nullif(to_jsonb(a) ->> 'attstattarget', '-1') as statistics,
    to_jsonb(a.attoptions) as options,
    case when a.attcollation <> t.typcollation then case when ln.nspname in ('pg_catalog', current_schema()) then l.collname
      else quote_ident(ln.nspname) || '."' || replace(l.collname, '"', '""') || '"' end end as coll,
    m.description as comment
  from relation r
    join pg_attribute a on a.attrelid = r.oid and a.attnum > 0 and not a.attisdropped
    join pg_type t on t.oid = a.atttypid
    ${declaredType('t')}
    left join pg_attrdef d on d.adrelid = r.oid and d.adnum = a.attnum
    left join pg_depend o on a.attidentity <> '' and o.classid = 'pg_class'::regclass and o.deptype = 'i'
      and o.refclassid = 'pg_class'::regclass and o.refobjid = r.oid and o.refobjsubid = a.attnum
    left join pg_sequence s on s.seqrelid = o.objid
    left join pg_class q on q.oid = s.seqrelid
    left join pg_namespace qn on qn.oid = q.relnamespace
    left join pg_collation l on l.oid = a.attcollation
    left join pg_namespace ln on ln.oid = l.collnamespace
    left join pg_description m on m.classoid = 'pg_class'::regclass and m.objoid = r.oid and m.objsubid = a.attnum
  where r.relkind in ('r', 'p')
  order by r.oid, a.attnum`

/** The columns of every table, by the table's oid. */
export async function inspectColumns(
  query: Query,
  relations = RELATIONS,
): Promise<ReadonlyMap<string, readonly Column[]>> {
  const groups = groupRows(await query(columnsSql(relations)), 'table')
  return new Map([...groups].map(([table, rows]) => [table, rows.map(columnOf)]))
}

function columnOf(row: Row): Column {
  const type = typeOf(row)
  const collate = optionalText(row, 'coll')
  const expression = optionalText(row, 'expression')
  const generated = textOf(row, 'generated')
  const value = expression === undefined || generated !== '' ? undefined : readDefault(expression, defaultTypeOf(row))
  const identity = identityOf(row)
  return {
    name: textOf(row, 'name'),
    type: { all: type },
    nullable: flagOf(row, 'nullable'),
    ...(value && { default: value }),
    ...(identity && { identity }),
    ...(generated !== '' && { generated: { sql: { all: expression ?? '' }, stored: generated === 's' } }),
    ...(collate === undefined ? {} : { collate }),
    ...propertiesOf(row),
    ...commentOf(row),
  }
}

function identityOf(row: Row): Identity | undefined {
  const kind = textOf(row, 'identity')
  if (kind === '') return undefined
  const sequence = nameOf(row, 'sequence', 'sequence_schema')
  const identity: Identity = {
    always: kind === 'a',
    ...sequenceOptionsOf(row),
    ...(isMadeFor(sequence, row) ? {} : { sequence }),
  }
  return plainIdentity(identity, COUNTS_IN[textOf(row, 'counts_in')])
}

const COUNTS_IN: Readonly<Record<string, 'smallint' | 'int'>> = { smallint: 'smallint', integer: 'int' }

/** Whether a sequence has the name that Postgres makes for the column, with or without a digit behind it. */
function isMadeFor({ schema, name }: QName, row: Row): boolean {
  const digits = /\d*$/.exec(name)![0]
  const made = makeObjectName(textOf(row, 'table_name'), textOf(row, 'name'), `seq${digits}`)
  return name === made && schema === optionalText(row, 'table_schema')
}

const STORAGE: Readonly<Record<string, Storage>> = { p: 'plain', e: 'external', x: 'extended', m: 'main' }
const COMPRESSION: Readonly<Record<string, Compression>> = { p: 'pglz', l: 'lz4' }

/** How values are kept and counted. Postgres itself writes the option `pg_attver` beside those of users. */
function propertiesOf(row: Row): Pick<Column, 'storage' | 'compression' | 'statistics' | 'with'> {
  const storage = STORAGE[optionalText(row, 'storage') ?? '']
  const compression = COMPRESSION[optionalText(row, 'compression') ?? '']
  const statistics = optionalText(row, 'statistics')
  const options = parametersOf(row, 'options').filter(([name]) => name !== 'pg_attver')
  return {
    ...(storage && { storage }),
    ...(compression && { compression }),
    ...(statistics !== undefined && { statistics }),
    ...(options.length > 0 && { with: options }),
  }
}
