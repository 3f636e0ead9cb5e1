import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { readCurrent } from '../../../database/run/read-current.ts'
import type { RunEvent } from '../../../database/run/run-event.ts'
import { runJourney } from '../../../database/run/run-journey.ts'
import { failureOf } from './failure-of.ts'
import { alone, historyOf, type TestRevision } from './history-of.ts'
import { postgresDatabase, type TestDatabase } from './test-databases.ts'

const first: TestRevision = {
  id: 'first',
  up: ['create table t (a int, b int)', 'insert into t select i, i from generate_series(1, 500) i'],
  down: ['drop table t'],
}

describe.each([13, 18] as const)('statements outside a transaction on postgres %s', version => {
  let database: TestDatabase
  beforeEach(async () => {
    database = await postgresDatabase(version)
  })
  afterEach(() => database.remove())

  const go = (
    direction: 'up' | 'down',
    target: string,
    revisions: readonly TestRevision[],
    onEvent: (event: RunEvent) => void = () => {},
  ) =>
    runJourney(database.source, historyOf('postgres', revisions), { direction, target, allowLoss: true }, { onEvent })
  const rowOf = async (revisions: readonly TestRevision[]) =>
    (await readCurrent(database.source, historyOf('postgres', revisions), {})).rows.at(-1)!
  const indexes = async () => {
    const found = await database.look.query(
      "select indexrelid::regclass::text as name, indisvalid as valid from pg_index where indrelid = 't'::regclass order by 1",
    )
    return found.map(row => `${String(row.name)} ${row.valid}`)
  }
  /** Runs SQL in the middle of the statement that holds `part`, and once. */
  const during = (part: string, sql: string) => {
    let waiting = true
    return (event: RunEvent) => {
      if (!waiting || event.kind !== 'statement' || !event.sql.includes(part)) return
      waiting = false
      setTimeout(() => database.look.exec(sql), 60)
    }
  }
  const TERMINATE = `select pg_terminate_backend(pid) from pg_stat_activity
    where datname = current_database() and pid <> pg_backend_pid() and (query like 'create%concurrently%' or query like 'call%')`

  test('a unique index that duplicates stop is built after they are mended', async () => {
    const unique: TestRevision = {
      id: 'unique',
      up: [
        'create table u (a int)',
        alone('create unique index concurrently t_a on t (a)'),
        'insert into u values (1)',
      ],
      down: [alone('drop index concurrently t_a'), 'drop table u'],
    }
    const shop = [first, unique]
    await go('up', 'first', shop)
    await database.look.exec('insert into t values (1, 1)')
    const error = await failureOf(go('up', 'head', shop))
    expect(error.code).toBe('MIG510')
    expect(error.facts).toMatchObject({ sqlstate: '23505', done: 1, statements: 3, ran: [] })
    expect(error.remedy).toContain('stands half way: 1 of its 3 statements are done')
    expect(error.remedy).toContain('mig upgrade head')
    expect(await indexes()).toEqual(['t_a false'])
    expect(await rowOf(shop)).toMatchObject({ done: 1, begun: 2, error: expect.stringContaining('could not create') })
    const again = await failureOf(go('up', 'head', shop))
    expect(again.facts.sqlstate).toBe('23505')
    expect(await indexes()).toEqual(['t_a false'])
    await database.look.exec('delete from t where ctid = (select max(ctid) from t where a = 1)')
    expect((await go('up', 'head', shop)).current).toEqual(['unique'])
    expect(await indexes()).toEqual(['t_a true'])
    expect(await database.look.query('select a from u')).toEqual([{ a: 1 }])
    const row = await rowOf(shop)
    expect([row.done, row.error]).toEqual([3, undefined])
    expect((await go('down', 'first', shop)).current).toEqual(['first'])
  })

  test('a connection that is cut while an index is built does not cost the index', async () => {
    const slow: TestRevision = {
      id: 'slow',
      up: [
        'create function slow(int) returns int language sql immutable as $$ select $1 from pg_sleep(0.001) $$',
        alone('create index concurrently t_slow on t (slow(a))'),
        'create table u (a int)',
      ],
    }
    const error = await failureOf(go('up', 'head', [first, slow], during('concurrently', TERMINATE)))
    expect(error.code).toBe('MIG561')
    expect(error.remedy).toContain('stands half way')
    expect(await rowOf([first, slow])).toMatchObject({ done: 1, begun: 2 })
    expect((await go('up', 'head', [first, slow])).current).toEqual(['slow'])
    expect(await indexes()).toEqual(['t_slow true'])
  })

  test('a statement of which nobody can tell whether it ran is not run again', async () => {
    const calls: TestRevision = {
      id: 'calls',
      up: [
        "create procedure p() language plpgsql as 'begin insert into t values (0, 0); commit; perform pg_sleep(1); end'",
        alone('call p()'),
        'create table u (a int)',
      ],
    }
    const shop = [first, calls]
    const lost = await failureOf(go('up', 'head', shop, during('call', TERMINATE.replace('<>', '<> 0 and pid <>'))))
    expect(lost.code).toBe('MIG561')
    const error = await failureOf(go('up', 'head', shop))
    expect(error.code).toBe('MIG562')
    expect(error.message).toContain('migrations/calls/postgres.up.sql:')
    expect(error.remedy).toContain('mig stamp calls')
    expect(await database.look.query('select a from t where a = 0')).toHaveLength(1)
  })

  test('an index of the same name that is another one is no success, also the second time', async () => {
    const shop: readonly TestRevision[] = [
      first,
      { id: 'index', up: ['create table u (a int)', alone('create index concurrently t_i on t (a)')] },
    ]
    await go('up', 'first', shop)
    await database.look.exec('create index t_i on t (b)')
    for (const _ of [1, 2]) {
      const error = await failureOf(go('up', 'head', shop))
      expect(error.facts.sqlstate).toBe('42P07')
    }
    await database.look.exec('drop index t_i')
    expect((await go('up', 'head', shop)).current).toEqual(['index'])
    const [row] = await database.look.query("select pg_get_indexdef('t_i'::regclass) as def")
    expect(row!.def).toMatch(/\(a\)$/)
  })

  test('an index that somebody mends by hand is taken as done, one that never was there is not', async () => {
    const shop: readonly TestRevision[] = [
      first,
      {
        id: 'index',
        up: [alone('create unique index concurrently t_a on t (a)')],
        down: [alone('drop index concurrently t_a')],
      },
    ]
    await go('up', 'first', shop)
    await database.look.exec('insert into t values (1, 1)')
    await failureOf(go('up', 'head', shop))
    await database.look.exec('delete from t where ctid = (select max(ctid) from t where a = 1)')
    await database.look.exec('reindex index t_a')
    expect((await go('up', 'head', shop)).current).toEqual(['index'])
    await database.look.exec('drop index t_a')
    for (const _ of [1, 2]) expect((await failureOf(go('down', 'first', shop))).facts.sqlstate).toBe('42704')
  })

  test('an invalid index is not accepted by `if not exists`', async () => {
    const create = 'create unique index concurrently if not exists t_a on t (a)'
    const shop: readonly TestRevision[] = [first, { id: 'index', up: [alone(create)] }]
    await go('up', 'first', shop)
    await database.look.exec('insert into t values (1, 1)')
    await expect(database.look.exec(create)).rejects.toThrow(/could not create/)
    const error = await failureOf(go('up', 'head', shop))
    expect(error.message).toContain('is there already, and invalid')
    expect(error.message).toContain('drop index concurrently t_a')
    await database.look.exec('drop index t_a')
    await database.look.exec('delete from t where ctid = (select max(ctid) from t where a = 1)')
    expect((await go('up', 'head', shop)).current).toEqual(['index'])
    expect(await indexes()).toEqual(['t_a true'])
  })

  test('a failing transaction of a revision in parts says why in the ledger', async () => {
    const shop: readonly TestRevision[] = [
      first,
      { id: 'parts', up: ['create table u (a int)', alone('vacuum t'), 'insert into nowhere values (1)'] },
    ]
    await failureOf(go('up', 'head', shop))
    expect(await rowOf(shop)).toMatchObject({ done: 2, begun: 2, error: expect.stringContaining('nowhere') })
    expect((await failureOf(go('down', 'base', shop))).code).toMatch(/MIG547/)
  })
})
