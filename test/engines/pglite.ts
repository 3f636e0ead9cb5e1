import { PGlite } from '@electric-sql/pglite'
import { citext } from '@electric-sql/pglite/contrib/citext'
import { cube } from '@electric-sql/pglite/contrib/cube'
import { earthdistance } from '@electric-sql/pglite/contrib/earthdistance'
import { hstore } from '@electric-sql/pglite/contrib/hstore'
import { connectPglite } from '../../database/pglite.ts'
import { pgliteFilesPath } from '../../database/verify/pglite-files-path.ts'
import { startPglite } from '../../database/verify/start-pglite.ts'
import { emptyPostgres } from './empty-postgres.ts'
import { preparingQueries } from './prepared-queries.ts'
import { runStatements, type TestEngine } from './test-engine.ts'

let started: Promise<TestEngine> | undefined

/** Postgres inside the process, started once per test file. Extensions that cases need can be created in it. */
export function pgliteEngine(): Promise<TestEngine> {
  started ??= start()
  return started
}

async function start(): Promise<TestEngine> {
  const extensions = { citext, cube, earthdistance, hstore }
  const create = (files?: Blob) => PGlite.create({ extensions, ...(files && { loadDataDir: files }) })
  const connection = preparingQueries(connectPglite(await startPglite(create, pgliteFilesPath())))
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
