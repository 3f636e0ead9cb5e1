import type { Connection } from '../connection.ts'
import { quoted } from './fill-table.ts'

/** What a person made in a Postgres database, with the statement that drops it; `public` itself stays. */
const POSTGRES_OBJECTS = `
  select 0 as place, 'extension ' || extname as what, format('drop extension if exists %I cascade', extname) as sql
  from pg_extension where extname <> 'plpgsql'
  union all
  select 1, 'schema ' || nspname, format('drop schema if exists %I cascade', nspname)
  from pg_namespace where nspname !~ '^pg_' and nspname not in ('information_schema', 'public')
  union all
  select case relkind when 'S' then 3 else 2 end, word || ' ' || relname, format('drop %s if exists public.%I cascade', word, relname)
  from pg_class, lateral (select case relkind when 'v' then 'view' when 'm' then 'materialized view' when 'S' then 'sequence'
    when 'f' then 'foreign table' else 'table' end as word) as words
  where relnamespace = (select oid from pg_namespace where nspname = 'public') and relkind in ('r', 'p', 'v', 'm', 'S', 'f')
  union all
  select 4, word || ' ' || typname, format('drop %s if exists public.%I cascade', word, typname)
  from pg_type, lateral (select case typtype when 'd' then 'domain' else 'type' end as word) as words
  where typnamespace = (select oid from pg_namespace where nspname = 'public')
    and (typtype in ('e', 'd', 'r') or (typtype = 'c' and exists (select 1 from pg_class where oid = typrelid and relkind = 'c')))
  union all
  select 5, 'routine ' || oid::regprocedure::text, format('drop routine if exists %s cascade', oid::regprocedure)
  from pg_proc where pronamespace = (select oid from pg_namespace where nspname = 'public')
  union all
  select 6, 'operator ' || oid::regoperator::text, format('drop operator if exists %s cascade', oid::regoperator)
  from pg_operator where oprnamespace = (select oid from pg_namespace where nspname = 'public')
  union all
  select place, word || ' ' || name, format('drop %s if exists public.%I cascade', word, name)
  from (
    select 7, 'text search configuration', cfgname, cfgnamespace from pg_ts_config
    union all select 8, 'text search dictionary', dictname, dictnamespace from pg_ts_dict
    union all select 9, 'text search parser', prsname, prsnamespace from pg_ts_parser
    union all select 9, 'text search template', tmplname, tmplnamespace from pg_ts_template
    union all select 10, 'collation', collname, collnamespace from pg_collation
  ) as named (place, word, name, namespace)
  where namespace = (select oid from pg_namespace where nspname = 'public')
  union all
  select 11, 'publication ' || pubname, format('drop publication if exists %I', pubname) from pg_publication
  order by 1, 2`

const SQLITE_OBJECTS = `
  select case type when 'trigger' then 0 when 'view' then 1 else 2 end as place, type, name
  from sqlite_schema where type in ('trigger', 'view', 'table') and name not like 'sqlite\\_%' escape '\\'
  order by 1, 3`

/** Names everything that a person made in a database; none of it means that the database is empty. */
export async function objectsIn(connection: Connection): Promise<readonly string[]> {
  const { dialect, query } = connection
  const rows = await query(dialect === 'postgres' ? POSTGRES_OBJECTS : SQLITE_OBJECTS)
  return rows.map(row => (dialect === 'postgres' ? String(row.what) : `${row.type} ${row.name}`))
}

/** Drops everything in a database, and whatever the session has set. */
export async function emptyDatabase(connection: Connection): Promise<void> {
  await connection.exec('rollback').catch(() => {})
  if (connection.dialect === 'postgres') await emptyPostgres(connection)
  else await emptySqlite(connection)
}

async function emptyPostgres({ query, exec }: Connection): Promise<void> {
  await exec('discard all')
  for (const { sql } of await query(POSTGRES_OBJECTS)) await exec(String(sql))
  await exec('create schema if not exists public')
}

async function emptySqlite({ query, exec }: Connection): Promise<void> {
  await exec('pragma foreign_keys = off')
  for (const { type, name } of await query(SQLITE_OBJECTS)) await exec(`drop ${type} if exists ${quoted(String(name))}`)
  for (const { name } of await query(`select name from sqlite_temp_schema where type = 'table'`))
    await exec(`drop table temp.${quoted(String(name))}`)
  await exec('pragma foreign_keys = on')
}
