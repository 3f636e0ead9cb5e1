/** The schema of a row of pg_namespace `n`: null for the one where unqualified names live. */
export const SCHEMA = `nullif(n.nspname, current_schema())`

/** Whether `n` holds objects of users. */
export const USER_SCHEMA = `n.nspname !~ '^pg_' and n.nspname <> 'information_schema'`

/** Whether the object is no part of an extension. */
export function notOfExtension(catalog: string, oid: string): string {
  return `not exists (select from pg_depend e
    where e.classid = '${catalog}'::regclass and e.objid = ${oid} and e.deptype = 'e')`
}

/** The relations that a schema holds: tables and views of users, no partitions, nothing temporary, not Mig's own ledger. */
export const RELATIONS = `select c.oid, c.relname, c.relkind, c.relpersistence, n.nspname, ${SCHEMA} as schema
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where c.relkind in ('r', 'v') and not c.relispartition and c.relpersistence <> 't' and c.relname <> 'mig_revisions'
    and ${USER_SCHEMA} and ${notOfExtension('pg_class', 'c.oid')}`

/** The temporary tables and views of this session, under names without a schema. */
export const OWN_TEMPORARY = `select c.oid, c.relname, c.relkind, c.relpersistence, n.nspname, null::text as schema
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where c.relkind in ('r', 'v') and n.oid = pg_my_temp_schema()`

/** The names of a relation's columns with those numbers, in their order, as jsonb. */
export function columnNames(relation: string, numbers: string): string {
  return `(select jsonb_agg(a.attname order by k.place) from unnest(${numbers}) with ordinality k(number, place)
    join pg_attribute a on a.attrelid = ${relation} and a.attnum = k.number)`
}
