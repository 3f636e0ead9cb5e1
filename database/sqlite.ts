import type { SQLOutputValue } from 'node:sqlite'
import type { Connection } from './connection.ts'

/**
 * Opens an SQLite database through the driver of Node itself. `path` is a file or `:memory:`. Integers are numbers
 * while they are exact, else text; blobs are byte arrays. Foreign keys are enforced, as in every session of Mig.
 */
export async function connectSqlite(path: string): Promise<Connection> {
  const { DatabaseSync } = await import('node:sqlite')
  const database = new DatabaseSync(path)
  return {
    dialect: 'sqlite',
    query: async sql => {
      const statement = database.prepare(sql)
      statement.setReadBigInts(true)
      return statement.all().map(readRow)
    },
    exec: async sql => database.exec(sql),
    close: async () => {
      if (database.isOpen) database.close()
    },
  }
}

/**
 * Reads a text as SQLite does, in a database that holds nothing: throws what is wrong with it. The driver is there whenever
 * SQLite is the target.
 */
export function prepareNothing(sql: string): void {
  const { DatabaseSync } = process.getBuiltinModule('node:sqlite')
  const database = new DatabaseSync(':memory:')
  try {
    database.prepare(sql)
  } finally {
    database.close()
  }
}

function readRow(row: Record<string, SQLOutputValue>): Record<string, unknown> {
  const values: Record<string, unknown> = {}
  for (const [name, value] of Object.entries(row)) values[name] = typeof value === 'bigint' ? readInteger(value) : value
  return values
}

function readInteger(value: bigint): number | string {
  const number = Number(value)
  return Number.isSafeInteger(number) ? number : String(value)
}
