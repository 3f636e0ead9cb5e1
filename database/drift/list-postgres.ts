import {
  NOT_OF_RANGE,
  notOfExtension,
  SCHEMA,
  USER_SCHEMA,
} from '../../compiler/dialects/postgres/inspect/catalog-sql.ts'
import { nameText, quoteName } from '../../compiler/schema/name.ts'
import type { Connection } from '../connection.ts'
import type { CatalogObject, IdleMember } from './catalog-object.ts'

/** A sequence of a column is that column's affair, and a row type its table's. */
const OBJECTS = `
  select case c.relkind when 'r' then 'table' when 'p' then 'partitioned table' when 'v' then 'view'
      when 'm' then 'materialized view' when 'S' then 'sequence' else 'foreign table' end as kind,
    n.nspname as space, ${SCHEMA} as schema, c.relname as name, '' as arguments
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where c.relkind in ('r', 'p', 'v', 'm', 'S', 'f') and not c.relispartition and c.relpersistence <> 't'
    and ${USER_SCHEMA} and ${notOfExtension('pg_class', 'c.oid')}
    and not exists (select from pg_depend o where o.classid = 'pg_class'::regclass and o.objid = c.oid
      and o.refclassid = 'pg_class'::regclass and o.refobjsubid > 0 and o.deptype in ('a', 'i') and c.relkind = 'S')
  union all
  select case t.typtype when 'e' then 'enum' when 'd' then 'domain' when 'r' then 'range' else 'composite' end,
    n.nspname, ${SCHEMA}, t.typname, ''
  from pg_type t join pg_namespace n on n.oid = t.typnamespace left join pg_class c on c.oid = t.typrelid
  where (t.typtype in ('e', 'd', 'r') or (t.typtype = 'c' and c.relkind = 'c'))
    and ${USER_SCHEMA} and ${notOfExtension('pg_type', 't.oid')}
  union all
  select case p.prokind when 'p' then 'procedure' when 'a' then 'aggregate' else 'function' end,
    n.nspname, ${SCHEMA}, p.proname,
    '(' || coalesce((select string_agg(format_type(t, null), ', ' order by place)
      from unnest(p.proargtypes::oid[]) with ordinality a(t, place)), '') || ')'
  from pg_proc p join pg_namespace n on n.oid = p.pronamespace
  where ${USER_SCHEMA} and ${notOfExtension('pg_proc', 'p.oid')} and ${NOT_OF_RANGE}
  union all
  select 'schema', n.nspname, null, n.nspname, '' from pg_namespace n
  where ${USER_SCHEMA} and ${notOfExtension('pg_namespace', 'n.oid')}
  union all
  select 'extension', null, null, x.extname, '' from pg_extension x where x.extname <> 'plpgsql'
  order by 2 nulls first, 1, 4, 5`

const IDLE = `
  select 'invalid index' as kind, c.relname as "table", ${SCHEMA} as schema, x.relname as name
  from pg_index i join pg_class x on x.oid = i.indexrelid join pg_class c on c.oid = i.indrelid
    join pg_namespace n on n.oid = c.relnamespace
  where not i.indisvalid and ${USER_SCHEMA}
  union all
  select 'disabled trigger', c.relname, ${SCHEMA}, t.tgname
  from pg_trigger t join pg_class c on c.oid = t.tgrelid join pg_namespace n on n.oid = c.relnamespace
  where t.tgenabled = 'D' and not t.tgisinternal and ${USER_SCHEMA}
  union all
  select 'unchecked constraint', c.relname, ${SCHEMA}, k.conname
  from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace
  where not k.convalidated and ${USER_SCHEMA}
  order by 1, 2, 4`

/** An object with the schema that it really lies in. */
export interface PlacedObject extends CatalogObject {
  readonly space: string | undefined
}

/** Everything that is the user's in a Postgres database and no part of an extension or of a table. */
export async function listPostgres({ query }: Connection): Promise<readonly PlacedObject[]> {
  return (await query(OBJECTS)).map(row => ({
    kind: String(row.kind),
    name: nameIn(row, String(row.name)) + String(row.arguments),
    space: row.space === null ? undefined : String(row.space),
  }))
}

/** The indexes, triggers and constraints that are there and do not do all of their work. */
export async function listIdle({ query }: Connection): Promise<readonly IdleMember[]> {
  return (await query(IDLE)).map(row => ({
    kind: String(row.kind) as IdleMember['kind'],
    table: nameIn(row, String(row.table)),
    name: String(row.name),
  }))
}

function nameIn({ schema }: Readonly<Record<string, unknown>>, name: string): string {
  return schema === null ? quoteName(name) : nameText({ schema: String(schema), name })
}
