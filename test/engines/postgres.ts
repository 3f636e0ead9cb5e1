import { inject } from 'vitest'
import { connectPostgres } from '../../database/postgres.ts'
import { emptyPostgres } from './empty-postgres.ts'
import type { PostgresVersion } from './postgres-binaries.ts'
import { preparingQueries } from './prepared-queries.ts'
import { runStatements, type TestEngine } from './test-engine.ts'

/** A database of its own on the real Postgres server of that version, which all test files share. */
export async function postgresEngine(version: PostgresVersion): Promise<TestEngine> {
  const answer = await fetch(`${inject('postgresBroker')}/${version}`)
  if (!answer.ok) throw new Error(`postgres ${version} does not start: ${await answer.text()}`)
  return postgresEngineAt(await answer.text(), `postgres ${version}`)
}

/** The same on a server whose URL (without a database) is known; for programs outside of vitest. */
export async function postgresEngineAt(url: string, name: string): Promise<TestEngine> {
  const server = await connectPostgres(`${url}/postgres`)
  const database = `t_${crypto.randomUUID().replaceAll('-', '')}`
  await server.exec(`create database ${database} template template0`)
  const connection = preparingQueries(await connectPostgres(`${url}/${database}`))
  return {
    dialect: 'postgres',
    name,
    query: connection.query,
    exec: connection.exec,
    run: statements => runStatements(connection, statements),
    fresh: () => emptyPostgres(connection),
    close: async () => {
      await connection.close()
      await server.exec(`drop database if exists ${database} with (force)`)
      await server.close()
    },
  }
}
