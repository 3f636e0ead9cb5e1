import type { Connection } from '../../database/connection.ts'

const USER_SCHEMAS = `select quote_ident(nspname) as name from pg_namespace
  where nspname !~ '^pg_' and nspname <> 'information_schema'`

const USER_EXTENSIONS = `select quote_ident(extname) as name from pg_extension where extname <> 'plpgsql'`

/** What stands in no schema and does not go with one; the longest word first. */
const WITHOUT_SCHEMA = `select format('drop event trigger %I', evtname) as sql from pg_event_trigger
  union all select format('drop publication %I', pubname) from pg_publication
  union all select format('drop foreign data wrapper %I cascade', fdwname) from pg_foreign_data_wrapper
  union all select format('drop cast (%s as %s)', format_type(castsource, null), format_type(casttarget, null))
    from pg_cast c where c.oid >= 16384 and not exists (select from pg_depend d
      where d.classid = 'pg_cast'::regclass and d.objid = c.oid and d.deptype in ('e', 'i'))
  union all select format('drop access method %I', amname) from pg_am where oid >= 16384`

/** Roles are the server's, not the database's: those that cases speak of are there in each. */
const ROLES = ['app', 'reader', 'Odd role'].map(
  role => `do $$ begin
  if not exists (select from pg_roles where rolname = '${role}') then create role "${role}"; end if;
exception when duplicate_object or unique_violation then null;
end $$`,
)

/** `discard all` but for prepared statements and plans (the manual, DISCARD). */
const DISCARDED = `close all; set session authorization default; reset all; unlisten *; select pg_advisory_unlock_all();
  discard temp; discard sequences`

/** Drops everything that a user made in the database, and every setting of the session. */
export async function emptyPostgres(connection: Connection): Promise<void> {
  await connection.exec('rollback')
  await connection.exec(DISCARDED)
  for (const { name } of await connection.query(USER_EXTENSIONS)) {
    await connection.exec(`drop extension if exists ${name} cascade`)
  }
  for (const { sql } of await connection.query(WITHOUT_SCHEMA)) await connection.exec(String(sql))
  for (const { name } of await connection.query(USER_SCHEMAS)) await connection.exec(`drop schema ${name} cascade`)
  await connection.exec(`create schema public`)
  for (const sql of ROLES) await connection.exec(sql)
  await connection.exec(`comment on schema public is 'standard public schema'`)
}
