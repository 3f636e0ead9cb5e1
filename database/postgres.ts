import type pg from 'pg'
import type { Connection } from './connection.ts'
import { asText, POSTGRES_VALUES } from './postgres-values.ts'

type TypeParser = ReturnType<typeof pg.types.getTypeParser>

const types: pg.CustomTypesConfig = { getTypeParser: ((oid: number) => POSTGRES_VALUES[oid] ?? asText) as TypeParser }

/** Milliseconds without a word after which the server is asked whether it is still there. */
const SILENCE = 10_000

/**
 * Opens a session on a Postgres server. `url` is `postgres://user:password@host:port/database`; `timeout` is how many
 * milliseconds to wait for the server, without an end when it is 0.
 */
export async function connectPostgres(url: string, timeout = 0): Promise<Connection> {
  const { default: driver } = await import('pg')
  const settings = {
    connectionString: asPsqlReads(url),
    application_name: 'mig',
    types,
    connectionTimeoutMillis: timeout,
    keepAlive: true,
    keepAliveInitialDelayMillis: SILENCE,
  }
  const client = new driver.Client(settings)
  client.on('error', () => {})
  await client.connect()
  let open = true
  return {
    dialect: 'postgres',
    query: async sql => lastOf(await client.query(sql)).rows,
    exec: async sql => {
      await client.query(sql)
    },
    close: async () => {
      if (open) await client.end()
      open = false
    },
  }
}

const AS_PSQL = /([?&]sslmode=)(allow|prefer|require|verify-ca)(?=&|$)/

/** What these modes mean to libpq ("SSL Support" in libpq-ssl) the driver knows only when told; `allow` it does not know at all. */
function asPsqlReads(url: string): string {
  if (!AS_PSQL.test(url) || /[?&]uselibpqcompat=/.test(url)) return url
  return `${url.replace('sslmode=allow', 'sslmode=prefer')}&uselibpqcompat=true`
}

/** The driver answers several statements with a list of results. */
function lastOf(result: pg.QueryResult | readonly pg.QueryResult[]): pg.QueryResult {
  return Array.isArray(result) ? result.at(-1)! : (result as pg.QueryResult)
}
