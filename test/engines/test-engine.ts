import type { DialectName } from '../../compiler/schema/dialect.ts'
import type { Connection } from '../../database/connection.ts'

/** A statement to run: as a dialect renders it, or plain SQL that runs inside the transaction. */
export type TestStatement = string | { readonly sql: string; readonly transaction: boolean }

/** A real database that a test has for itself. */
export interface TestEngine {
  readonly dialect: DialectName
  /** `pglite`, `postgres 13`, `postgres 18` or `sqlite`. */
  readonly name: string
  /** Runs one statement and answers its rows. It can be handed to `inspect` as it is: it needs no `this`. */
  readonly query: Connection['query']
  /** Runs one statement or several, in no transaction of its own. */
  readonly exec: Connection['exec']
  /** Runs all statements: each run of transactional ones in one transaction, which is rolled back on an error. */
  readonly run: (statements: readonly TestStatement[]) => Promise<void>
  /** Gives an empty database. Tests call it before they begin. */
  readonly fresh: () => Promise<void>
  readonly close: () => Promise<void>
}

/** Runs the statements on a connection as `TestEngine.run` says. */
export async function runStatements(connection: Connection, statements: readonly TestStatement[]): Promise<void> {
  let open = false
  try {
    for (const statement of statements) {
      const { sql, transaction } = typeof statement === 'string' ? { sql: statement, transaction: true } : statement
      if (transaction !== open) await connection.exec(transaction ? 'begin' : 'commit')
      open = transaction
      await explained(connection, sql)
    }
    if (open) await connection.exec('commit')
  } catch (error) {
    await connection.exec('rollback').catch(() => {})
    throw error
  }
}

async function explained(connection: Connection, sql: string): Promise<void> {
  try {
    await connection.exec(sql)
  } catch (error) {
    throw new Error(`${(error as Error).message}\nin the statement:\n${sql}`, { cause: error })
  }
}
