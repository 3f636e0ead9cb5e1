import type { MaterializedView } from '../../../schema/objects/materialized-view.ts'
import type { Query } from '../../dialect.ts'
import { notOfExtension, SCHEMA, USER_SCHEMA } from '../inspect/catalog-sql.ts'
import { inspectIndexes } from '../inspect/indexes.ts'
import { commentOf, nameOf, textOf } from '../inspect/row.ts'
import { storageOf } from '../inspect/storage.ts'

const relationsSql = (
  schemas: string,
) => `select c.oid, c.relname, c.relkind, c.relpersistence, n.nspname, ${SCHEMA} as schema
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where c.relkind = 'm' and ${schemas} and ${notOfExtension('pg_class', 'c.oid')}`

const viewsSql = (relations: string) => `with relation as (${relations})
  select r.oid::text as oid, r.relname as name, r.schema, pg_get_viewdef(r.oid, true) as query,
    to_jsonb(c.reloptions || array(select 'toast.' || o from unnest(x.reloptions) o)) as options,
    (select s.spcname from pg_tablespace s where s.oid = c.reltablespace) as tablespace, am.amname as method,
    obj_description(r.oid, 'pg_class') as comment
  from relation r join pg_class c on c.oid = r.oid
    left join pg_class x on x.oid = c.reltoastrelid left join pg_am am on am.oid = c.relam
  order by r.nspname, r.relname`

/** Materialized views with their indexes, their queries as Postgres writes them back. */
export async function inspectMaterializedViews(
  query: Query,
  schemas = USER_SCHEMA,
): Promise<readonly MaterializedView[]> {
  const relations = relationsSql(schemas)
  const rows = await query(viewsSql(relations))
  if (rows.length === 0) return []
  const indexes = await inspectIndexes(query, relations)
  return rows.map(row => ({
    kind: 'materialized view',
    name: nameOf(row),
    sql: { all: textOf(row, 'query').trim().replace(/;$/, '') },
    indexes: indexes.get(textOf(row, 'oid')) ?? [],
    ...storageOf(row),
    ...commentOf(row),
  }))
}
