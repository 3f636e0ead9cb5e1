import type { IndexProperties } from '../../../schema/index-properties.ts'
import type { Index, IndexKey } from '../../../schema/table-index.ts'
import type { Query, Row } from '../../dialect.ts'
import { plainKey } from '../plain-form.ts'
import { columnNames, RELATIONS } from './catalog-sql.ts'
import { commentOf, flagOf, groupRows, listOf, optionalText, parameterOf, parametersOf, textOf } from './row.ts'

/** Each key of an index `i` as the manual's pg_index tells it: indoption has 1 for desc and 2 for nulls first. */
export const KEYS = `(select jsonb_agg(jsonb_build_object(
      'column', a.attname,
      'sql', pg_get_indexdef(i.indexrelid, k.place::integer, true),
      'desc', k.opt & 1 <> 0,
      'nulls_first', k.opt & 2 <> 0,
      'opclass', case when not o.opcdefault or p.attoptions is not null then o.opcname end,
      'opclass_with', to_jsonb(p.attoptions),
      'statistics', nullif(to_jsonb(p) ->> 'attstattarget', '-1'),
      'collate', case when k.coll <> coalesce(nullif(a.attcollation, 0), 'pg_catalog."default"'::regcollation)
        then l.collname end
    ) order by k.place)
    from unnest(i.indkey::int2[], i.indclass::oid[], i.indcollation::oid[], i.indoption::int2[])
        with ordinality k(number, class, coll, opt, place)
      join pg_opclass o on o.oid = k.class
      join pg_attribute p on p.attrelid = i.indexrelid and p.attnum = k.place
      left join pg_attribute a on a.attrelid = i.indrelid and a.attnum = k.number and k.number <> 0
      left join pg_collation l on l.oid = k.coll and k.coll <> 0
    where k.place <= i.indnkeyatts)`

/** The properties of an index `i`, whose row in pg_class is `x`. */
export const PROPERTIES = `${columnNames('i.indrelid', '(i.indkey::int2[])[i.indnkeyatts:]')} as include,
    to_jsonb(x.reloptions) as options, i.indisclustered as clustered, i.indisreplident as replica_identity,
    (select s.spcname from pg_tablespace s where s.oid = x.reltablespace) as tablespace`

/** What `PROPERTIES` tells. */
export function propertiesOf(row: Row): IndexProperties {
  const include = listOf<string>(row, 'include')
  const options = parametersOf(row, 'options')
  const tablespace = optionalText(row, 'tablespace')
  return {
    ...(include.length > 0 && { include }),
    ...(options.length > 0 && { with: options }),
    ...(tablespace !== undefined && { tablespace }),
    ...(flagOf(row, 'clustered') && { clustered: true }),
    ...(flagOf(row, 'replica_identity') && { replicaIdentity: true }),
  }
}

const indexesSql = (relations: string) => `with relation as (${relations})
  select r.oid::text as "table", x.relname as name, i.indisunique as "unique", am.amname as method, ${KEYS} as keys,
    ${PROPERTIES},
    pg_get_expr(i.indpred, i.indrelid, true) as predicate,
    coalesce((to_jsonb(i) ->> 'indnullsnotdistinct')::boolean, false) as nulls_not_distinct,
    obj_description(x.oid, 'pg_class') as comment
  from relation r
    join pg_index i on i.indrelid = r.oid and i.indisvalid
    join pg_class x on x.oid = i.indexrelid
    join pg_am am on am.oid = x.relam
  where r.relkind in ('r', 'p', 'm') and not exists (select from pg_inherits h where h.inhrelid = i.indexrelid) and not exists (select from pg_constraint c where c.conindid = i.indexrelid and c.contype <> 'f')
  order by r.oid, x.relname`

/** The indexes of every table that belong to no constraint, by the table's oid; one that failed to build is not there. */
export async function inspectIndexes(
  query: Query,
  relations = RELATIONS,
): Promise<ReadonlyMap<string, readonly Index[]>> {
  const groups = groupRows(await query(indexesSql(relations)), 'table')
  return new Map([...groups].map(([table, rows]) => [table, rows.map(indexOf)]))
}

export interface KeyFacts {
  readonly column: string | null
  readonly sql: string
  readonly desc: boolean
  readonly nulls_first: boolean
  readonly opclass: string | null
  readonly opclass_with: readonly string[] | null
  readonly statistics: string | null
  readonly collate: string | null
}

function indexOf(row: Row): Index {
  const where = optionalText(row, 'predicate')
  const method = textOf(row, 'method')
  return {
    name: textOf(row, 'name'),
    ...(flagOf(row, 'unique') && { unique: true }),
    keys: listOf<KeyFacts>(row, 'keys').map(keyOf),
    ...(method === 'btree' ? {} : { using: method }),
    ...(where === undefined ? {} : { where: { all: where } }),
    ...propertiesOf(row),
    ...(flagOf(row, 'nulls_not_distinct') && { nullsNotDistinct: true }),
    ...commentOf(row),
  }
}

export function keyOf(key: KeyFacts): IndexKey {
  return plainKey({
    ...(key.column === null ? { sql: { all: key.sql } } : { column: key.column }),
    ...(key.desc && { desc: true }),
    nulls: key.nulls_first ? 'first' : 'last',
    ...(key.opclass === null ? {} : { opclass: key.opclass }),
    ...(key.opclass_with === null ? {} : { opclassWith: key.opclass_with.map(parameterOf) }),
    ...(key.statistics === null ? {} : { statistics: key.statistics }),
    ...(key.collate === null ? {} : { collate: key.collate }),
  })
}
