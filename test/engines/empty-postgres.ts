import type { Connection } from '../../database/connection.ts'

/**
 * Empties `public` where that can be done object by object: to drop a schema makes the server forget every plan that it has
 * prepared (PlanCacheSysCallback of its sources), and to plan the queries of the catalogs takes longer than to run them.
 */
const EMPTY_PUBLIC = `do $$ declare drops text[]; one text; begin
  select array_agg(format('drop %s if exists %s cascade', o.type, o.identity)) into drops
    from pg_depend d, pg_identify_object(d.classid, d.objid, d.objsubid) o
    where d.refclassid = 'pg_namespace'::regclass and d.refobjid = to_regnamespace('public');
  foreach one in array coalesce(drops, '{}') loop execute one; end loop;
exception when others then null;
end $$`

/** The schemas that are still to be dropped: all but a `public` that is as when it is made. */
const USER_SCHEMAS = `select quote_ident(nspname) as name from pg_namespace n
  where nspname !~ '^pg_' and nspname <> 'information_schema' and not (nspname = 'public' and nspacl is null
    and nspowner = current_user::regrole and not exists (select from pg_depend d
      where (d.refclassid, d.refobjid) = ('pg_namespace'::regclass, n.oid) or (d.classid, d.objid) = ('pg_namespace'::regclass, n.oid)))`

const USER_EXTENSIONS = `select quote_ident(extname) as name from pg_extension where extname <> 'plpgsql'`

/** What stands in no schema and does not go with one; the longest word first. */
const WITHOUT_SCHEMA = `select format('drop event trigger %I', evtname) as sql from pg_event_trigger
  union all select format('drop publication %I', pubname) from pg_publication
  union all select format('drop foreign data wrapper %I cascade', fdwname) from pg_foreign_data_wrapper
  union all select format('drop cast (%s as %s)', format_type(castsource, null), format_type(casttarget, null))
    from pg_cast c where c.oid >= 16384 and not exists (select from pg_depend d
      where d.classid = 'pg_cast'::regclass and d.objid = c.oid and d.deptype in ('e', 'i'))
  union all select format('drop transform for %s language %I', format_type(trftype, null), lanname)
    from pg_transform t join pg_language l on l.oid = trflang where t.oid >= 16384
  union all select format('drop language %I cascade', lanname) from pg_language where oid >= 16384
  union all select format('drop access method %I', amname) from pg_am where oid >= 16384
  union all select format('select lo_unlink(%s)', oid) from pg_largeobject_metadata`

/** Roles are the server's, not the database's: those that cases speak of are there in each. */
const ROLES = ['app', 'reader', 'Odd role'].map(
  role => `do $$ begin
  if not exists (select from pg_roles where rolname = '${role}') then create role "${role}"; end if;
exception when duplicate_object or unique_violation then null;
end $$`,
)

/** What is granted on the database itself, as it is when one is made (the manual, Privileges). */
const PLAIN_DATABASE = `do $$ declare who text; begin
  for who in select distinct x.grantee::regrole::text from pg_database d, aclexplode(d.datacl) x
    where d.datname = current_database() and x.grantee not in (0, d.datdba) loop
    execute format('revoke all on database %I from %s cascade', current_database(), who);
  end loop;
  if exists (select from pg_database where datname = current_database() and datacl is not null) then
    execute format('revoke all on database %I from public', current_database());
    execute format('grant connect, temporary on database %I to public', current_database());
  end if;
end $$`

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
  await connection.exec(EMPTY_PUBLIC)
  for (const { name } of await connection.query(USER_SCHEMAS)) await connection.exec(`drop schema ${name} cascade`)
  await connection.exec('create schema if not exists public')
  await connection.exec(PLAIN_DATABASE)
  for (const sql of ROLES) await connection.exec(sql)
  await connection.exec(`comment on schema public is 'standard public schema'`)
}
