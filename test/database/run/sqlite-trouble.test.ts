import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Connection } from '../../../database/connection.ts'
import { readCurrent } from '../../../database/run/read-current.ts'
import type { RunEvent } from '../../../database/run/run-event.ts'
import { runJourney } from '../../../database/run/run-journey.ts'
import type { RunOptions } from '../../../database/run/run-options.ts'
import type { DatabaseSource } from '../../../database/source.ts'
import { failureOf } from './failure-of.ts'
import { alone, historyOf, type TestRevision } from './history-of.ts'
import { sqliteFile, type TestDatabase } from './test-databases.ts'

const SHOP: readonly TestRevision[] = [
  { id: 'first', up: ['create table t (a int)', 'insert into t values (1)'], down: ['drop table t'] },
  { id: 'second', up: ['insert into t values (2)', alone('vacuum'), 'insert into t values (3)'], down: [] },
]
const shop = historyOf('sqlite', SHOP)

let database: TestDatabase
let events: RunEvent[]
beforeEach(async () => {
  database = await sqliteFile()
  events = []
})
afterEach(() => database.remove())

const go = (target: string, options: RunOptions = {}, source: DatabaseSource = database.source, revisions = shop) =>
  runJourney(
    source,
    revisions,
    { direction: 'up', target, allowLoss: false },
    { onEvent: event => events.push(event), ...options },
  )
const rows = async () => (await database.look.query('select a from t order by a')).map(row => row.a)
/** The database as a session sees it that cannot do everything. */
const limited = (pragma: string): DatabaseSource => ({
  dialect: 'sqlite',
  open: async () => {
    const connection: Connection = await database.source.open()
    await connection.exec(pragma)
    return connection
  },
})

test.each(['delete', 'wal'])('waits for a process that writes, with journal mode %s', async mode => {
  await database.look.exec(`pragma journal_mode = ${mode}`)
  await database.look.exec('begin immediate; create table busy (a int)')
  setTimeout(() => database.look.exec('commit'), 150)
  expect((await go('head')).current).toEqual(['second'])
  expect(events[0]).toMatchObject({ kind: 'waiting', holder: 'another process that writes to this SQLite file' })
  expect(await rows()).toEqual([1, 2, 3])
})

test('waits for a reader that keeps a commit out', async () => {
  await go('first')
  const reader = await database.source.open()
  await reader.exec('begin; select * from t')
  setTimeout(() => reader.exec('commit'), 200)
  expect((await go('head')).current).toEqual(['second'])
  expect(events.some(({ kind }) => kind === 'waiting')).toBe(true)
  expect(await rows()).toEqual([1, 2, 3])
  await reader.close()
})

test('says who is in the way when it waited too long, and leaves nothing behind', async () => {
  await go('first')
  const reader = await database.source.open()
  await reader.exec('begin; select * from t')
  const error = await failureOf(go('head', { lockTimeout: 250 }))
  expect(error.code).toBe('MIG548')
  expect(error.remedy).toContain('nothing of it is in the database')
  await reader.close()
  expect(await rows()).toEqual([1])
  const stop = new AbortController()
  await database.look.exec('begin immediate')
  setTimeout(() => stop.abort(), 100)
  expect((await failureOf(go('head', { signal: stop.signal }))).code).toBe('MIG560')
  await database.look.exec('rollback')
  expect((await go('head')).current).toEqual(['second'])
})

test('a file that cannot be written is told of before anything runs', async () => {
  const error = await failureOf(go('head', {}, limited('pragma query_only = on')))
  expect(error.code).toBe('MIG552')
  expect(error.remedy).toContain('cannot be written')
  await go('first')
  const later = await failureOf(go('head', {}, limited('pragma query_only = on')))
  expect(later.message).toContain('readonly')
  expect(later.remedy).toContain('nothing of it is in the database')
})

test('a disk that is full costs the revision that runs, and nothing else', async () => {
  const big: TestRevision = {
    id: 'big',
    parents: ['first'],
    up: [
      'create table big (a text)',
      "insert into big with recursive n (i) as (select 1 union all select i + 1 from n where i < 5000) select printf('%500d', i) from n",
    ],
  }
  const history = historyOf('sqlite', [SHOP[0]!, big])
  const error = await failureOf(go('head', {}, limited('pragma max_page_count = 40'), history))
  expect(error.code).toBe('MIG510')
  expect(error.remedy).toContain('The disk is full: make room.')
  expect(error.remedy).toContain('Done before, and kept: first.')
  expect((await readCurrent(database.source, history, {})).current).toEqual(['first'])
  expect((await go('head', {}, database.source, history)).current).toEqual(['big'])
})

test('two runners in the middle of a revision in parts run each statement once', async () => {
  await go('first')
  let other: Promise<unknown> | undefined
  const onEvent = (event: RunEvent) => {
    if (event.kind === 'statement' && event.sql === 'vacuum')
      other ??= runJourney(database.source, shop, { direction: 'up', target: 'head', allowLoss: false }, {})
  }
  expect((await go('head', { onEvent })).current).toEqual(['second'])
  await other
  expect(await rows()).toEqual([1, 2, 3])
  const { rows: ledger } = await readCurrent(database.source, shop, {})
  expect(ledger.map(row => [row.id, row.done])).toEqual([
    ['first', 2],
    ['second', 3],
  ])
})

test('settings of the session are put back after a failure', async () => {
  const connection = await database.source.open()
  await connection.exec('pragma foreign_keys = on')
  const broken = historyOf('sqlite', [
    {
      id: 'first',
      up: [
        alone('pragma foreign_keys = off'),
        alone('pragma legacy_alter_table = on'),
        'insert into nowhere values (1)',
      ],
    },
  ])
  const single: DatabaseSource = {
    dialect: 'sqlite',
    open: async () => ({ ...connection, close: async () => {} }),
    single: true,
  }
  await failureOf(go('head', {}, single, broken))
  expect(await connection.query('pragma foreign_keys')).toEqual([{ foreign_keys: 1 }])
  expect(await connection.query('pragma legacy_alter_table')).toEqual([{ legacy_alter_table: 0 }])
  await connection.close()
})

test('a long history stops soon after it is asked to', async () => {
  const long = historyOf(
    'sqlite',
    Array.from({ length: 200 }, (_, at) => ({ id: `r${at}`, up: [`create table t${at} (a int)`] })),
  )
  const stop = new AbortController()
  process.once('SIGUSR2', () => stop.abort())
  const onEvent = (event: RunEvent) => {
    if (event.kind === 'ended' && event.id === 'r20') process.kill(process.pid, 'SIGUSR2')
  }
  const error = await failureOf(go('head', { signal: stop.signal, onEvent }, database.source, long))
  expect(error.code).toBe('MIG560')
  expect((error.facts.ran as string[]).length).toBeLessThan(40)
})
