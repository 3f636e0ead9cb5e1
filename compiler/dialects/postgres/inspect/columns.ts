import type { Column, Identity } from '../../../schema/column.ts'
import type { Type } from '../../../schema/type.ts'
import type { Query, Row } from '../../dialect.ts'
import { plainIdentity } from '../plain-form.ts'
import { readDefault } from '../read-default.ts'
import { RELATIONS } from './catalog-sql.ts'
import { commentOf, flagOf, groupRows, nameOf, optionalText, textOf } from './row.ts'

const columnsSql = (relations: string) => `with relation as (${relations})
  select r.oid::text as "table", a.attname as name, format_type(a.atttypid, a.atttypmod) as type,
    e.typname as enum, nullif(en.nspname, current_schema()) as enum_schema, t.typtype <> 'e' as is_array,
    not a.attnotnull as nullable, pg_get_expr(d.adbin, d.adrelid, true) as expression,
    a.attidentity as identity, a.attgenerated as generated,
    s.seqstart::text as start, s.seqincrement::text as increment,
    case when a.attcollation <> t.typcollation then l.collname end as coll,
    m.description as comment
  from relation r
    join pg_attribute a on a.attrelid = r.oid and a.attnum > 0 and not a.attisdropped
    join pg_type t on t.oid = a.atttypid
    left join pg_type e on e.typtype = 'e' and e.oid = case when t.typcategory = 'A' then t.typelem else t.oid end
    left join pg_namespace en on en.oid = e.typnamespace
    left join pg_attrdef d on d.adrelid = r.oid and d.adnum = a.attnum
    left join pg_depend o on a.attidentity <> '' and o.classid = 'pg_class'::regclass and o.deptype = 'i'
      and o.refclassid = 'pg_class'::regclass and o.refobjid = r.oid and o.refobjsubid = a.attnum
    left join pg_sequence s on s.seqrelid = o.objid
    left join pg_collation l on l.oid = a.attcollation
    left join pg_description m on m.classoid = 'pg_class'::regclass and m.objoid = r.oid and m.objsubid = a.attnum
  where r.relkind = 'r'
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
  const value = expression === undefined || generated !== '' ? undefined : readDefault(expression, type)
  const identity = identityOf(row)
  return {
    name: textOf(row, 'name'),
    type: { all: type },
    nullable: flagOf(row, 'nullable'),
    ...(value && { default: value }),
    ...(identity && { identity }),
    ...(generated !== '' && { generated: { sql: { all: expression ?? '' }, stored: generated === 's' } }),
    ...(collate === undefined ? {} : { collate }),
    ...commentOf(row),
  }
}

function typeOf(row: Row): Type {
  if (optionalText(row, 'enum') === undefined) return { kind: 'raw', sql: textOf(row, 'type') }
  const type: Type = { kind: 'enum', name: nameOf(row, 'enum', 'enum_schema') }
  return flagOf(row, 'is_array') ? { kind: 'array', of: type } : type
}

function identityOf(row: Row): Identity | undefined {
  const kind = textOf(row, 'identity')
  if (kind === '') return undefined
  return plainIdentity({ always: kind === 'a', start: textOf(row, 'start'), increment: textOf(row, 'increment') })
}
