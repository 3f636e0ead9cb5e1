import { execFile } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { MigError, upgrade } from '../../../run.ts'
import { postgresDatabase, sqliteFile, type TestDatabase } from './test-databases.ts'

const MIGRATIONS = resolve(import.meta.dirname, '../../../examples/workout-buddy/migrations')
const PROGRAM = join(import.meta.dirname, 'start-instance.ts')
const INSTANCES = 10

const DATABASES: readonly (readonly [string, () => Promise<TestDatabase>])[] = [
  ['sqlite', sqliteFile],
  ['postgres 15', () => postgresDatabase(15)],
]

test.each(DATABASES)('ten instances that start at once upgrade %s once', async (_, make) => {
  const database = await make()
  try {
    const outputs = await Promise.all(
      Array.from({ length: INSTANCES }, () =>
        promisify(execFile)(process.execPath, [PROGRAM, database.url, MIGRATIONS]),
      ),
    )
    const results = outputs.map(({ stdout }) => JSON.parse(stdout) as { ran: string[]; at: string[] })
    const ids = readdirSync(MIGRATIONS).map(name => name.split('_')[2]!)
    expect(results.flatMap(({ ran }) => ran).sort()).toEqual(ids.toSorted())
    expect(new Set(results.map(({ at }) => at.join()))).toEqual(new Set([ids.at(-1)!]))
    expect(await database.look.query('select id from mig_revisions order by started')).toHaveLength(ids.length)
  } finally {
    await database.remove()
  }
})

test('a program that names no database that is there gets a failure without the password', async () => {
  const run = upgrade({ database: 'postgres://app:s3cret@127.0.0.1:1/shop', migrations: MIGRATIONS })
  const error = await run.catch(reason => reason)
  expect(error).toBeInstanceOf(MigError)
  expect(error.code).toMatch(/^MIG53/)
  expect(JSON.stringify(error) + error.message + error.remedy).not.toContain('s3cret')
})
