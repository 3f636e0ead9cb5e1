import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { runJourney } from '../../../database/run/run-journey.ts'
import { stampDatabase } from '../../../database/run/stamp.ts'
import { sourceOf } from '../../../database/source.ts'
import { failureOf } from './failure-of.ts'
import { historyOf } from './history-of.ts'
import { TEST_DATABASES, type TestDatabase } from './test-databases.ts'

const UP = { direction: 'up', target: 'head', allowLoss: false } as const

describe.each(TEST_DATABASES.filter(([name]) => name !== 'postgres 13'))(
  'a session that a program gives, on %s',
  (_, make) => {
    let database: TestDatabase
    beforeEach(async () => {
      database = await make()
      await database.look.exec('create table own (a int)')
    })
    afterEach(() => database.remove())
    const shop = () => historyOf(database.source.dialect, [{ id: 'first', up: ['create table t (a int)'] }])

    test('keeps its own transaction', async () => {
      const source = sourceOf(database.look)
      await database.look.exec('begin')
      await database.look.exec('insert into own values (1)')
      await failureOf(runJourney(source, shop(), UP, {}))
      await failureOf(stampDatabase(source, shop(), { targets: ['first'], purge: false }, {}))
      await database.look.exec('commit')
      expect(await database.look.query('select a from own')).toEqual([{ a: 1 }])
      expect((await runJourney(source, shop(), UP, {})).current).toEqual(['first'])
    })

    test('can be used again, and holds nobody else off', async () => {
      const source = sourceOf(database.look)
      expect((await runJourney(source, shop(), UP, {})).ran).toHaveLength(1)
      expect((await runJourney(source, shop(), UP, {})).ran).toEqual([])
      expect((await runJourney(database.source, shop(), UP, { lockTimeout: 0 })).ran).toEqual([])
      await database.look.exec('insert into own values (2)')
    })
  },
)
