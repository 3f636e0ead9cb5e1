import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inject } from 'vitest'
import type { Connection } from '../../../database/connection.ts'
import { connectPostgres } from '../../../database/postgres.ts'
import type { DatabaseSource } from '../../../database/source.ts'
import { sourceOf } from '../../../database/source.ts'
import { connectSqlite } from '../../../database/sqlite.ts'
import { pgliteEngine } from '../../engines/pglite.ts'
import type { PostgresVersion } from '../../engines/postgres-binaries.ts'

/** A database of a test: where sessions come from, one to look with, and its end. */
export interface TestDatabase {
  readonly source: DatabaseSource
  readonly look: Connection
  /** What `mig --database` would be given. */
  readonly url: string
  readonly remove: () => Promise<void>
}

/** The databases on which running is tested, each made anew. */
export const TEST_DATABASES: readonly (readonly [string, () => Promise<TestDatabase>])[] = [
  ['sqlite', sqliteFile],
  ['postgres 13', () => postgresDatabase(13)],
  ['postgres 18', () => postgresDatabase(18)],
  ['pglite', pgliteDatabase],
]

/** An SQLite file that is not there yet. */
export async function sqliteFile(): Promise<TestDatabase> {
  const folder = mkdtempSync(join(tmpdir(), 'mig-run-'))
  const path = join(folder, 'test.db')
  const look = await connectSqlite(path)
  return {
    source: { dialect: 'sqlite', open: () => connectSqlite(path) },
    look,
    url: `sqlite:${path}`,
    remove: async () => {
      await look.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** An empty database on a real server. */
export async function postgresDatabase(version: PostgresVersion): Promise<TestDatabase> {
  const answer = await fetch(`${inject('postgresBroker')}/${version}`)
  if (!answer.ok) throw new Error(`postgres ${version} does not start: ${await answer.text()}`)
  const server = await answer.text()
  const name = `r_${crypto.randomUUID().replaceAll('-', '')}`
  const owner = await connectPostgres(`${server}/postgres`)
  await owner.exec(`create database ${name} template template0`)
  const url = `${server}/${name}`
  const look = await connectPostgres(url)
  return {
    source: { dialect: 'postgres', open: () => connectPostgres(url) },
    look,
    url,
    remove: async () => {
      await look.close()
      await owner.exec(`drop database if exists ${name} with (force)`)
      await owner.close()
    },
  }
}

async function pgliteDatabase(): Promise<TestDatabase> {
  const engine = await pgliteEngine()
  await engine.fresh()
  const look: Connection = { dialect: 'postgres', query: engine.query, exec: engine.exec, close: async () => {} }
  return { source: sourceOf(look), look, url: 'pglite', remove: async () => {} }
}
