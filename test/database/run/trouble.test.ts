import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { connect } from '../../../database/connect.ts'
import { readDatabaseAddress } from '../../../database/database-address.ts'
import { connectPostgres } from '../../../database/postgres.ts'
import { readCurrent } from '../../../database/run/read-current.ts'
import type { RunEvent } from '../../../database/run/run-event.ts'
import { runJourney } from '../../../database/run/run-journey.ts'
import type { DatabaseSource } from '../../../database/source.ts'
import { type PostgresServer, startPostgres } from '../../engines/postgres-server.ts'
import { failureOf } from './failure-of.ts'
import { alone, historyOf, type TestRevision } from './history-of.ts'

const SHOP: readonly TestRevision[] = [
  { id: 'first', up: ['create table t (a int)', 'insert into t values (1)'] },
  { id: 'slow', up: ['insert into t values (2)', 'select pg_sleep(0.6)', 'insert into t values (3)'] },
  { id: 'vacuum', up: ['insert into t values (4)', alone('vacuum t'), 'insert into t values (5)'] },
]
const shop = historyOf('postgres', SHOP)
const UP = { direction: 'up', target: 'head', allowLoss: false } as const

describe('a server that goes away', () => {
  let server: PostgresServer
  let source: DatabaseSource
  beforeAll(async () => {
    server = await startPostgres(15)
  })
  afterAll(() => server.stop())
  beforeEach(async () => {
    const name = `d${crypto.randomUUID().replaceAll('-', '')}`
    const owner = await connectPostgres(`${server.url}/postgres`)
    await owner.exec(`create database ${name}`)
    await owner.exec(
      "do $$ begin create role app password 's3cret' login; exception when duplicate_object then null; end $$",
    )
    await owner.exec(`alter database ${name} owner to app`)
    await owner.exec(`alter database ${name} set synchronous_commit = on`)
    await owner.close()
    const address = readDatabaseAddress(`${server.url.replace('postgres@', 'app:s3cret@')}/${name}`, '/')
    source = { dialect: 'postgres', open: how => connect(address, how) }
  })

  const at = (id: string, number: number, action: () => void) => (event: RunEvent) => {
    if (event.kind === 'statement' && event.id === id && event.at === number) action()
  }
  const where = async () => (await readCurrent(source, shop, {})).current
  const rows = async () => {
    const look = await source.open()
    const found = await look.query('select a from t order by a')
    await look.close()
    return found.map(row => row.a)
  }

  test.each(['SIGINT', 'SIGQUIT'] as const)(
    'is told of when it stops by %s, and after it is back the rest runs',
    async signal => {
      let down: Promise<void> | undefined
      const onEvent = at('slow', 2, () => setTimeout(() => (down = server.shutDown(signal)), 50))
      const error = await failureOf(runJourney(source, shop, UP, { onEvent }))
      await down
      expect(error.code).toBe('MIG561')
      expect(error.remedy).toContain("Revision slow 'make slow' was rolled back: nothing of it is in the database.")
      expect(error.remedy).toContain('Done before, and kept: first.')
      expect(error.remedy).toContain('mig upgrade head')
      const refused = await failureOf(runJourney(source, shop, UP, {}))
      expect(refused.code).toBe('MIG531')
      expect(JSON.stringify([error.message, error.remedy, error.facts, refused.message, refused.facts])).not.toContain(
        's3cret',
      )
      await server.startAgain()
      expect(await where()).toEqual(['first'])
      expect((await runJourney(source, shop, UP, {})).ran.map(({ id }) => id)).toEqual(['slow', 'vacuum'])
      expect(await rows()).toEqual([1, 2, 3, 4, 5])
    },
  )

  test('between parts that are no transaction leaves the progress', async () => {
    const onEvent = at('vacuum', 3, () => {
      throw new Error('stop here')
    })
    await expect(runJourney(source, shop, UP, { onEvent })).rejects.toThrow('stop here')
    await server.shutDown('SIGINT')
    await server.startAgain()
    const { half } = await readCurrent(source, shop, {})
    expect(half).toMatchObject({ id: 'vacuum', done: 2, statements: 3 })
    await runJourney(source, shop, UP, {})
    expect(await rows()).toEqual([1, 2, 3, 4, 5])
  })

  test('and while it commits, Mig does not claim to know', async () => {
    const late: TestRevision = {
      id: 'late',
      up: [
        'create table t (a int)',
        "create function nap() returns trigger language plpgsql as 'begin perform pg_terminate_backend(pg_backend_pid()); return null; end'",
        'create constraint trigger nap after insert on t deferrable initially deferred for each row execute function nap()',
        'insert into t values (1)',
      ],
    }
    const error = await failureOf(runJourney(source, historyOf('postgres', [late]), UP, {}))
    expect(error.code).toBe('MIG561')
    expect(error.remedy).toContain('is there or is not, whole in either case')
    expect(error.remedy).not.toContain('rolled back')
  })

  test('a database that takes no writes is named as such, before anything runs', async () => {
    const look = await source.open()
    await look.exec(
      "do $$ begin execute format('alter database %I set default_transaction_read_only = on', current_database()); end $$",
    )
    await look.close()
    const error = await failureOf(runJourney(source, shop, UP, {}))
    expect(error.code).toBe('MIG552')
    expect(error.message).toContain('read-only transaction')
    expect(error.remedy).toContain('takes no writes')
    expect(await where()).toEqual([])
  })

  test('a role that may have one session only works, and is not told who holds it up', async () => {
    const owner = await connectPostgres(`${server.url}/postgres`)
    await owner.exec('alter role app connection limit 1')
    try {
      expect((await runJourney(source, shop, UP, {})).current).toEqual(['vacuum'])
    } finally {
      await owner.exec('alter role app connection limit -1')
      await owner.close()
    }
  })
})
