import type { Connection } from '../../database/connection.ts'

const USER_SCHEMAS = `select quote_ident(nspname) as name from pg_namespace
  where nspname !~ '^pg_' and nspname <> 'information_schema'`

const USER_EXTENSIONS = `select quote_ident(extname) as name from pg_extension where extname <> 'plpgsql'`

/** Drops everything that a user made in the database, and every setting of the session. */
export async function emptyPostgres(connection: Connection): Promise<void> {
  await connection.exec('rollback')
  await connection.exec('discard all')
  for (const { name } of await connection.query(USER_EXTENSIONS)) {
    await connection.exec(`drop extension if exists ${name} cascade`)
  }
  for (const { name } of await connection.query(USER_SCHEMAS)) await connection.exec(`drop schema ${name} cascade`)
  await connection.exec(`create schema public`)
  await connection.exec(`comment on schema public is 'standard public schema'`)
}
