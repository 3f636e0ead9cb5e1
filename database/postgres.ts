import type pg from 'pg'
import type { Connection } from './connection.ts'
import { asText, POSTGRES_VALUES } from './postgres-values.ts'

type TypeParser = ReturnType<typeof pg.types.getTypeParser>

const types: pg.CustomTypesConfig = { getTypeParser: ((oid: number) => POSTGRES_VALUES[oid] ?? asText) as TypeParser }

/** Opens a session on a Postgres server. `url` is `postgres://user:password@host:port/database`. */
export async function connectPostgres(url: string): Promise<Connection> {
  const { default: driver } = await import('pg')
  const client = new driver.Client({ connectionString: url, application_name: 'mig', types })
  client.on('error', () => {})
  await client.connect()
  let open = true
  return {
    dialect: 'postgres',
    query: async sql => (await client.query(sql)).rows,
    exec: async sql => {
      await client.query(sql)
    },
    close: async () => {
      if (open) await client.end()
      open = false
    },
  }
}
