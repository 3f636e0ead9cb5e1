import type { Index, IndexKey } from '../../../schema/table-index.ts'
import type { Query, Row } from '../../dialect.ts'
import { plainKey } from '../plain-form.ts'
import { columnNames, RELATIONS } from './catalog-sql.ts'
import { commentOf, flagOf, groupRows, listOf, optionalText, textOf } from './row.ts'

/** Each key as the manual's pg_index tells it: indoption has 1 for desc and 2 for nulls first. */
const KEYS = `(select jsonb_agg(jsonb_build_object(
      'column', a.attname,
      'sql', pg_get_indexdef(i.indexrelid, k.place::integer, true),
      'desc', k.opt & 1 <> 0,
      'nulls_first', k.opt & 2 <> 0,
      'opclass', case when not o.opcdefault then o.opcname end,
      'collate', case when k.coll <> coalesce(nullif(a.attcollation, 0), 'pg_catalog."default"'::regcollation)
        then l.collname end
    ) order by k.place)
    from unnest(i.indkey::int2[], i.indclass::oid[], i.indcollation::oid[], i.indoption::int2[])
        with ordinality k(number, class, coll, opt, place)
      join pg_opclass o on o.oid = k.class
      left join pg_attribute a on a.attrelid = i.indrelid and a.attnum = k.number and k.number <> 0
      left join pg_collation l on l.oid = k.coll and k.coll <> 0
    where k.place <= i.indnkeyatts)`

const indexesSql = (relations: string) => `with relation as (${relations})
  select r.oid::text as "table", x.relname as name, i.indisunique as "unique", am.amname as method, ${KEYS} as keys,
    ${columnNames('i.indrelid', '(i.indkey::int2[])[i.indnkeyatts:]')} as include,
    pg_get_expr(i.indpred, i.indrelid, true) as predicate, to_jsonb(x.reloptions) as options,
    coalesce((to_jsonb(i) ->> 'indnullsnotdistinct')::boolean, false) as nulls_not_distinct,
    obj_description(x.oid, 'pg_class') as comment
  from relation r
    join pg_index i on i.indrelid = r.oid and i.indisvalid
    join pg_class x on x.oid = i.indexrelid
    join pg_am am on am.oid = x.relam
  where r.relkind = 'r' and not exists (select from pg_constraint c where c.conindid = i.indexrelid and c.contype <> 'f')
  order by r.oid, x.relname`

/** The indexes of every table that belong to no constraint, by the table's oid; one that failed to build is not there. */
export async function inspectIndexes(
  query: Query,
  relations = RELATIONS,
): Promise<ReadonlyMap<string, readonly Index[]>> {
  const groups = groupRows(await query(indexesSql(relations)), 'table')
  return new Map([...groups].map(([table, rows]) => [table, rows.map(indexOf)]))
}

interface KeyFacts {
  readonly column: string | null
  readonly sql: string
  readonly desc: boolean
  readonly nulls_first: boolean
  readonly opclass: string | null
  readonly collate: string | null
}

function indexOf(row: Row): Index {
  const include = listOf<string>(row, 'include')
  const where = optionalText(row, 'predicate')
  const options = listOf<string>(row, 'options')
  const method = textOf(row, 'method')
  return {
    name: textOf(row, 'name'),
    ...(flagOf(row, 'unique') && { unique: true }),
    keys: listOf<KeyFacts>(row, 'keys').map(keyOf),
    ...(method === 'btree' ? {} : { using: method }),
    ...(include.length > 0 && { include }),
    ...(where === undefined ? {} : { where: { all: where } }),
    ...(options.length > 0 && { with: options.map(optionOf) }),
    ...(flagOf(row, 'nulls_not_distinct') && { nullsNotDistinct: true }),
    ...commentOf(row),
  }
}

function keyOf(key: KeyFacts): IndexKey {
  return plainKey({
    ...(key.column === null ? { sql: { all: key.sql } } : { column: key.column }),
    ...(key.desc && { desc: true }),
    nulls: key.nulls_first ? 'first' : 'last',
    ...(key.opclass === null ? {} : { opclass: key.opclass }),
    ...(key.collate === null ? {} : { collate: key.collate }),
  })
}

function optionOf(option: string): readonly [string, string] {
  const at = option.indexOf('=')
  return [option.slice(0, at), option.slice(at + 1)]
}
