/** The schema of a row of pg_namespace `n`: null for the one where unqualified names live. */
export const SCHEMA = `nullif(n.nspname, current_schema())`

/** Whether `n` holds objects of users. */
export const USER_SCHEMA = `n.nspname !~ '^pg_' and n.nspname <> 'information_schema'`

/** Whether `n` is the schema of this session's temporary objects. */
export const OWN_TEMPORARY_SCHEMA = 'n.oid = pg_my_temp_schema()'

/** Whether the object is no part of an extension. */
export function notOfExtension(catalog: string, oid: string): string {
  return `not exists (select from pg_depend e
    where e.classid = '${catalog}'::regclass and e.objid = ${oid} and e.deptype = 'e')`
}

/** Whether the function `p` is none of those that come with a range: they make its values (pg_depend, internal). */
export const NOT_OF_RANGE = `not exists (select from pg_depend i
    where i.classid = 'pg_proc'::regclass and i.objid = p.oid and i.deptype = 'i')`

/** The relations that a schema holds: tables, partitions and views of users, nothing temporary, not Mig's own ledger. */
export const RELATIONS = `select c.oid, c.relname, c.relkind, c.relpersistence, n.nspname, ${SCHEMA} as schema
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where c.relkind in ('r', 'p', 'v') and c.relpersistence <> 't' and c.relname <> 'mig_revisions'
    and ${USER_SCHEMA} and ${notOfExtension('pg_class', 'c.oid')}`

/** The temporary tables and views of this session, under names without a schema. */
export const OWN_TEMPORARY = `select c.oid, c.relname, c.relkind, c.relpersistence, n.nspname, null::text as schema
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where c.relkind in ('r', 'p', 'v') and n.oid = pg_my_temp_schema()`

/** The names of a relation's columns with those numbers, in their order, as jsonb. */
export function columnNames(relation: string, numbers: string): string {
  return `(select jsonb_agg(a.attname order by k.place) from unnest(${numbers}) with ordinality k(number, place)
    join pg_attribute a on a.attrelid = ${relation} and a.attnum = k.number)`
}
