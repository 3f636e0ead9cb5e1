import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Connection } from '../../../database/connection.ts'
import { readCurrent } from '../../../database/run/read-current.ts'
import type { RunEvent } from '../../../database/run/run-event.ts'
import { runJourney } from '../../../database/run/run-journey.ts'
import type { RunOptions } from '../../../database/run/run-options.ts'
import { failureOf } from './failure-of.ts'
import { alone, historyOf, type TestRevision } from './history-of.ts'
import { killHistory } from './kill-histories.ts'
import { startRunner } from './start-runner.ts'
import { postgresDatabase, type TestDatabase } from './test-databases.ts'

const SHOP: readonly TestRevision[] = [
  { id: 'first', up: ['create table t (a int)', 'create table u (a int)'], down: ['drop table t', 'drop table u'] },
  { id: 'lock', up: ['alter table t add column b int'], down: ['alter table t drop column b'] },
]

describe.each([15] as const)('locks on postgres %s', version => {
  let database: TestDatabase
  let other: Connection
  beforeEach(async () => {
    database = await postgresDatabase(version)
    other = await database.source.open()
    await other.exec("set application_name = 'nightly report'")
  })
  afterEach(async () => {
    await other.close()
    await database.remove()
  })

  const events: RunEvent[] = []
  const go = (target: string, revisions = SHOP, options: RunOptions = {}) => {
    events.length = 0
    const onEvent = (event: RunEvent) => events.push(event)
    const journey = { direction: 'up', target, allowLoss: false } as const
    return runJourney(database.source, historyOf('postgres', revisions), journey, { onEvent, ...options })
  }
  const kinds = () => [...new Set(events.map(({ kind }) => kind))]

  test('a table that another session holds is waited for, and the holder named', async () => {
    await go('first')
    await other.exec('begin; lock table t')
    const run = go('head', SHOP, { tableLockTimeout: 250 })
    while (!kinds().includes('retry')) await sleep(20)
    await other.exec('rollback')
    expect((await run).current).toEqual(['lock'])
    expect(kinds()).toEqual(['began', 'statement', 'blocked', 'retry', 'ended'])
    const blocked = events.find(event => event.kind === 'blocked')
    expect(blocked).toMatchObject({
      id: 'lock',
      holders: [
        expect.stringMatching(/^process \d+ \(nightly report, postgres, 127.0.0.1, idle in transaction since /),
      ],
    })
    const retry = events.find(event => event.kind === 'retry')
    expect(retry).toMatchObject({ attempt: 1, of: 10, reason: expect.stringContaining('nightly report') })
  })

  test('gives up after the retries, and says who held it', async () => {
    await go('first')
    await other.exec('begin; lock table t')
    const error = await failureOf(go('head', SHOP, { tableLockTimeout: 250, retries: 1 }))
    expect(error.code).toBe('MIG510')
    expect(error.facts).toMatchObject({ sqlstate: '55P03', attempts: 2, revision: 'lock' })
    expect(error.remedy).toContain('It was tried 2 times. The locks were held by process')
    expect(error.remedy).toContain('nightly report')
    expect(error.remedy).toContain('nothing of it is in the database')
    await other.exec('rollback')
    expect((await go('head')).current).toEqual(['lock'])
  })

  test('one that waits for a lock stops when it is asked to', async () => {
    await go('first')
    await other.exec('begin; lock table t')
    const stop = new AbortController()
    setTimeout(() => stop.abort(), 300)
    const error = await failureOf(go('head', SHOP, { tableLockTimeout: 200, signal: stop.signal }))
    expect(error.code).toBe('MIG560')
    expect(error.remedy).toContain('nothing of it is in the database')
  })

  test('a deadlock is tried again', async () => {
    await go('first')
    const both: TestRevision = {
      id: 'both',
      parents: ['first'],
      up: ['lock table t', 'select pg_sleep(0.2)', 'lock table u', 'insert into u values (1)'],
    }
    await other.exec("begin; set local deadlock_timeout = '10s'; lock table u")
    const run = go('both', [SHOP[0]!, both], { tableLockTimeout: 5_000 })
    while (!events.some(event => event.kind === 'statement' && event.at === 2)) await sleep(10)
    await sleep(50)
    const blocked = other.exec('lock table t; commit')
    expect((await run).current).toEqual(['both'])
    await blocked
    expect(events.find(event => event.kind === 'retry')).toMatchObject({
      reason: expect.stringMatching(/deadlock|locks are held/),
    })
    expect(await database.look.query('select a from u')).toEqual([{ a: 1 }])
  })

  test('a statement that takes too long is cancelled', async () => {
    const slow: TestRevision = { id: 'slow', up: ['create table v (a int)', 'select pg_sleep(5)'] }
    const error = await failureOf(go('head', [slow], { statementTimeout: 100 }))
    expect(error.facts.sqlstate).toBe('57014')
    expect(error.remedy).toContain('--statement-timeout')
    await database.look.exec(
      `do $$ begin execute format('alter database %I set statement_timeout = 50', current_database()); end $$`,
    )
    const patient: TestRevision = { id: 'slow', up: ['select pg_sleep(0.2)'] }
    expect((await go('head', [patient])).current).toEqual(['slow'])
  })

  test('a runner waits for the one before it, also when that one was killed while the server is at work', async () => {
    const runner = startRunner()
    await runner.run({ url: database.url, direction: 'up', target: 'head', stop: 'slow/2', goOn: true })
    await sleep(50)
    await runner.kill()
    const seen: RunEvent[] = []
    const journey = { direction: 'up', target: 'slow', allowLoss: false } as const
    const onEvent = (event: RunEvent) => seen.push(event)
    const { ran } = await runJourney(database.source, killHistory('postgres'), journey, { onEvent })
    expect(ran.map(({ id }) => id)).toEqual(['slow'])
    expect(seen[0]).toMatchObject({
      kind: 'waiting',
      for: 'runner',
      holder: expect.stringMatching(/^another runner: process \d+ \(mig, postgres, 127.0.0.1, active since/),
    })
  })

  test('a runner that waits too long says for whom', async () => {
    const runner = startRunner()
    await runner.run({ url: database.url, direction: 'up', target: 'head', stop: 'child/2' })
    const journey = { direction: 'up', target: 'head', allowLoss: false } as const
    const late = await failureOf(runJourney(database.source, killHistory('postgres'), journey, { lockTimeout: 300 }))
    expect(late.code).toBe('MIG548')
    expect(late.message).toMatch(/Waited 0 s for another runner: process \d+ \(mig, /)
    const stop = new AbortController()
    setTimeout(() => stop.abort(), 100)
    const stopped = await failureOf(
      runJourney(database.source, killHistory('postgres'), journey, { signal: stop.signal }),
    )
    expect(stopped.code).toBe('MIG560')
    await runner.kill()
  })

  test('another session that ends all advisory locks, or the one that watches, breaks nothing', async () => {
    const shop: readonly TestRevision[] = [
      {
        id: 'first',
        up: [
          'create table t (a int)',
          alone('discard all'),
          'select pg_advisory_unlock_all()',
          'insert into t values (1)',
        ],
      },
      { id: 'second', up: ['set search_path = pg_catalog', 'select pg_sleep(0.1)'] },
      { id: 'third', up: ['create table here (a int)'] },
    ]
    const kill = `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and application_name = 'mig' and query like '%pg_blocking_pids%'`
    const onEvent = (event: RunEvent) => {
      if (event.kind === 'statement' && event.id === 'second') void other.exec(kill)
    }
    expect((await go('head', shop, { onEvent, tableLockTimeout: 300 })).current).toEqual(['third'])
    expect(await database.look.query("select to_regclass('public.here')::text as name")).toEqual([{ name: 'here' }])
    const { rows } = await readCurrent(database.source, historyOf('postgres', shop), {})
    expect(rows.map(row => row.id)).toEqual(['first', 'second', 'third'])
  })
})
