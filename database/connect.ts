import type { Connection } from './connection.ts'
import { type DatabaseAddress, pathOf } from './database-address.ts'
import { openSqliteFile } from './open-sqlite-file.ts'
import { connectPostgres } from './postgres.ts'
import { offersNoTls, postgresConnectFailure } from './postgres-connect-failure.ts'

/** How a connection is opened. */
export interface ConnectOptions {
  /** Makes the SQLite file if it is not there, and insists that it can be written. */
  readonly create?: boolean
  /** Milliseconds to wait for a Postgres server; 15 s, unless the URL says `connect_timeout`. */
  readonly timeout?: number
}

const TIMEOUT = 15_000

/** Opens a session on a database. Throws a failure MIG530 to MIG539 that says why it cannot; it never holds a password. */
export async function connect(address: DatabaseAddress, options: ConnectOptions = {}): Promise<Connection> {
  if (address.dialect === 'sqlite') return openSqliteFile(pathOf(address), options.create === true)
  const { url } = address
  const timeout = options.timeout ?? timeoutIn(url) ?? TIMEOUT
  try {
    return await connectPostgres(url, timeout).catch(error => {
      const plain = withoutTls(url, error)
      if (plain === undefined) throw error
      return connectPostgres(plain, timeout)
    })
  } catch (error) {
    throw postgresConnectFailure(error as Error, url)
  }
}

/** Where the URL only prefers TLS, and the server has none. */
function withoutTls(url: string, error: unknown): string | undefined {
  const plain = url.replace(/([?&]sslmode=)(?:allow|prefer)(?=&|$)/, '$1disable')
  return plain !== url && error instanceof Error && offersNoTls(error) ? plain : undefined
}

/** `connect_timeout` counts seconds ("Parameter Key Words" in libpq-connect). */
function timeoutIn(url: string): number | undefined {
  const seconds = /[?&]connect_timeout=(\d+)/.exec(url)?.[1]
  return seconds === undefined ? undefined : Number(seconds) * 1000
}
