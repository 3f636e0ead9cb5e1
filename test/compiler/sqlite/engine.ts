import { DatabaseSync } from 'node:sqlite'
import type { Row, Statement } from '../../../compiler/dialects/dialect.ts'

/** A SQLite database of its own. */
export interface Engine {
  /** Runs any number of statements. */
  readonly exec: (sql: string) => void
  readonly query: (sql: string) => readonly Row[]
  readonly close: () => void
}

/** An empty database in memory with foreign keys on, as Node opens it. */
export function openEngine(): Engine {
  const database = new DatabaseSync(':memory:')
  return {
    exec: sql => database.exec(sql),
    query: sql => database.prepare(sql).all() as Row[],
    close: () => database.close(),
  }
}

/** Runs statements as a runner does: what must run outside of a transaction does, a failure leaves nothing behind. */
export function runStatements(engine: Engine, statements: readonly Statement[]): void {
  let open = false
  try {
    for (const { sql, transaction } of statements) {
      if (transaction !== open) engine.exec(transaction ? 'begin immediate' : 'commit')
      open = transaction
      run(engine, sql)
    }
    if (open) engine.exec('commit')
  } catch (error) {
    if (open) engine.exec('rollback')
    engine.exec('pragma foreign_keys = on')
    throw error
  }
}

function run(engine: Engine, sql: string): void {
  try {
    engine.exec(`${sql};`)
  } catch (error) {
    throw new Error(`${(error as Error).message}\n\nin\n${sql}`)
  }
}

/** The statements as one text, for messages and for looking at. */
export function scriptOf(statements: readonly Statement[]): string {
  return statements
    .map(({ sql, about, lossy }) => `-- ${about}\n${lossy ? `-- lossy: ${lossy}\n` : ''}${sql};`)
    .join('\n')
}
