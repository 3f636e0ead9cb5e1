import { afterEach, beforeEach, expect, test } from 'vitest'
import { connectPostgres } from '../../../database/postgres.ts'
import { runJourney } from '../../../database/run/run-journey.ts'
import type { DatabaseSource } from '../../../database/source.ts'
import { failureOf } from './failure-of.ts'
import { historyOf } from './history-of.ts'
import { startPoolingProxy } from './pooling-proxy.ts'
import { postgresDatabase, type TestDatabase } from './test-databases.ts'

const shop = historyOf('postgres', [
  { id: 'first', up: ['create table t (a int)'] },
  { id: 'second', up: ['insert into t values (1)'] },
])
const UP = { direction: 'up', target: 'head', allowLoss: false } as const

let database: TestDatabase
beforeEach(async () => {
  database = await postgresDatabase(18)
})
afterEach(() => database.remove())

const sourceAt = (url: string): DatabaseSource => ({ dialect: 'postgres', open: () => connectPostgres(url) })

test.each([1, 2, 5])('a pooler that shares out %s sessions is refused before anything runs', async size => {
  const proxy = await startPoolingProxy(database.url, size)
  try {
    const error = await failureOf(runJourney(sourceAt(proxy.url), shop, UP, {}))
    expect(error.code).toBe('MIG549')
    expect(error.remedy).toContain('session mode')
    expect(await database.look.query("select to_regclass('t') as t, to_regclass('mig_revisions') as l")).toEqual([
      { t: null, l: null },
    ])
  } finally {
    await proxy.stop()
  }
})

test('one that changes the session later is noticed before the transaction does anything', async () => {
  const proxy = await startPoolingProxy(database.url, 3)
  const others = await Promise.all([1, 2].map(() => connectPostgres(proxy.url)))
  let calls = 0
  const busy: DatabaseSource = {
    dialect: 'postgres',
    open: async () => {
      const direct = calls++ === 0 ? proxy.url : database.url
      return connectPostgres(direct)
    },
  }
  try {
    const error = await failureOf(
      runJourney(busy, shop, UP, {
        onEvent: event => {
          if (event.kind === 'ended') void others[0]!.exec('begin')
        },
      }),
    )
    expect(error.code).toBe('MIG549')
    expect(error.remedy).toContain('Done before, and kept: first.')
    expect(await database.look.query('select a from t')).toEqual([])
  } finally {
    await proxy.stop()
    for (const other of others) await other.close().catch(() => {})
  }
})
