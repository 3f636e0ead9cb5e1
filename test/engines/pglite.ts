import { PGlite } from '@electric-sql/pglite'
import { citext } from '@electric-sql/pglite/contrib/citext'
import { connectPglite } from '../../database/pglite.ts'
import { emptyPostgres } from './empty-postgres.ts'
import { runStatements, type TestEngine } from './test-engine.ts'

let started: Promise<TestEngine> | undefined

/** Postgres inside the process, started once per test file. The extension `citext` can be created in it. */
export function pgliteEngine(): Promise<TestEngine> {
  started ??= startPglite()
  return started
}

async function startPglite(): Promise<TestEngine> {
  const connection = connectPglite(await PGlite.create({ extensions: { citext } }))
  return {
    dialect: 'postgres',
    name: 'pglite',
    query: connection.query,
    exec: connection.exec,
    run: statements => runStatements(connection, statements),
    fresh: () => emptyPostgres(connection),
    close: async () => {
      started = undefined
      await connection.close()
    },
  }
}
