import { MigError } from '../../compiler/failure.ts'
import type { Connection } from '../connection.ts'

/** The table in which another tool keeps what it has run. */
const TABLES: Readonly<Record<string, string>> = {
  alembic_version: 'Alembic',
  flyway_schema_history: 'Flyway',
  databasechangelog: 'Liquibase',
  schema_migrations: 'Rails, dbmate or golang-migrate',
  django_migrations: 'Django',
  _prisma_migrations: 'Prisma',
  knex_migrations: 'Knex',
}

/** Adds to a failure over something that is there already which other tool has made the database, if one has. */
export async function withOtherTool(connection: Connection, error: MigError): Promise<MigError> {
  if (error.facts.there !== true) return error
  const table = await findTable(connection).catch(() => undefined)
  if (table === undefined) return error
  const note = `The table ${table} is there: ${TABLES[table]} made this database. Let it finish, then record where the database is with \`mig stamp\`; see docs/from-alembic.md.`
  const { code, message, remedy, facts, exit } = error
  return new MigError({ code, message, remedy: `${remedy}\n${note}`, facts, exit })
}

async function findTable(connection: Connection): Promise<string | undefined> {
  const names = Object.keys(TABLES)
  const list = names.map(name => `'${name}'`).join(', ')
  const found = await connection.query(
    connection.dialect === 'sqlite'
      ? `select name from sqlite_schema where type = 'table' and name in (${list})`
      : `select c.relname as name from pg_catalog.pg_class c where c.relkind = 'r' and c.relname in (${list})`,
  )
  return names.find(name => found.some(row => row.name === name))
}
