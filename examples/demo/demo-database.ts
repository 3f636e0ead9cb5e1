import { type Connection, connectSqlite, type Dialect, dialects, embeddedPostgres } from '../../index.ts'

/** A database that the story is run on, and a second one to compare it with. */
export interface DemoDatabase {
  readonly dialect: Dialect
  readonly connection: Connection
  /** The second one, empty. */
  readonly empty: () => Promise<Connection>
  readonly close: () => Promise<void>
}

/** Postgres inside this process: nothing to install, nothing to start. */
export async function openPostgres(): Promise<DemoDatabase> {
  const [{ connection }, second] = await Promise.all([embeddedPostgres([]), embeddedPostgres([])])
  return {
    dialect: dialects.postgres,
    connection,
    empty: async () => {
      await second.empty()
      return second.connection
    },
    close: async () => {
      await connection.close()
      await second.connection.close()
    },
  }
}

/** SQLite through the driver of Node, in a file that is still there afterwards. */
export async function openSqlite(file: string): Promise<DemoDatabase> {
  const connection = await connectSqlite(file)
  let second: Connection | undefined
  return {
    dialect: dialects.sqlite,
    connection,
    empty: async () => {
      await second?.close()
      second = await connectSqlite(':memory:')
      return second
    },
    close: async () => {
      await connection.close()
      await second?.close()
    },
  }
}
