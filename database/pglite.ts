import type { Connection } from './connection.ts'
import { asText, POSTGRES_VALUES } from './postgres-values.ts'

/** What Mig needs of a PGlite database; that of the package `@electric-sql/pglite` has it. */
export interface PgliteDatabase {
  readonly closed: boolean
  readonly parsers: Record<number | string, (value: string) => unknown>
  exec(sql: string): Promise<readonly { readonly rows: readonly Readonly<Record<string, unknown>>[] }[]>
  close(): Promise<void>
}

/** A session on a PGlite database that is open already: Postgres inside the process. */
export function connectPglite(database: PgliteDatabase): Connection {
  for (const oid of Object.keys(database.parsers)) database.parsers[oid] = POSTGRES_VALUES[Number(oid)] ?? asText
  return {
    dialect: 'postgres',
    query: async sql => (await database.exec(sql)).at(-1)?.rows ?? [],
    exec: async sql => {
      await database.exec(sql)
    },
    close: async () => {
      if (!database.closed) await database.close()
    },
  }
}
