import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { readCurrent } from '../../../database/run/read-current.ts'
import type { RunEvent } from '../../../database/run/run-event.ts'
import { runJourney } from '../../../database/run/run-journey.ts'
import type { RunOptions } from '../../../database/run/run-options.ts'
import { stampDatabase } from '../../../database/run/stamp.ts'
import { alone, historyOf, lossy, type TestRevision } from './history-of.ts'
import { TEST_DATABASES, type TestDatabase } from './test-databases.ts'

const SHOP: readonly TestRevision[] = [
  { id: 'aaaa', up: ['create table t (a int)', 'insert into t values (1)'], down: ['drop table t'] },
  { id: 'bbbb', up: ['create table u (a int)'], down: ['drop table u'] },
  { id: 'cccc', up: ['create table v (a int)'], down: ['drop table v'] },
]

describe.each(TEST_DATABASES)('running revisions on %s', (_, make) => {
  let database: TestDatabase
  beforeEach(async () => {
    database = await make()
  })
  afterEach(() => database.remove())

  const history = (revisions: readonly TestRevision[]) => historyOf(database.source.dialect, revisions)
  const go = (
    direction: 'up' | 'down',
    target: string,
    revisions = SHOP,
    options: RunOptions = {},
    allowLoss = false,
  ) => runJourney(database.source, history(revisions), { direction, target, allowLoss }, options)
  const tables = async () => {
    const rows = await database.look.query(
      database.source.dialect === 'sqlite'
        ? "select name from sqlite_schema where type = 'table' order by 1"
        : "select table_name as name from information_schema.tables where table_schema = 'public' order by 1",
    )
    return rows.map(row => String(row.name)).filter(name => name !== 'mig_revisions')
  }
  const failing = async (run: Promise<unknown>) => {
    const error = await run.then(
      () => undefined,
      reason => reason,
    )
    expect(error?.name).toBe('MigError')
    return error
  }

  test('goes up to the head, one at a time, and down to base again', async () => {
    const up = await go('up', 'head')
    expect(up.ran.map(({ id, direction }) => `${id} ${direction}`)).toEqual(['aaaa up', 'bbbb up', 'cccc up'])
    expect(up.current).toEqual(['cccc'])
    expect(await tables()).toEqual(['t', 'u', 'v'])
    expect((await go('up', 'head')).ran).toEqual([])
    expect((await go('down', '-1')).current).toEqual(['bbbb'])
    expect((await go('up', '+1')).current).toEqual(['cccc'])
    expect((await go('down', 'aaaa')).ran.map(({ id }) => id)).toEqual(['cccc', 'bbbb'])
    expect(await tables()).toEqual(['t'])
    expect((await go('down', 'base')).current).toEqual([])
    expect(await tables()).toEqual([])
  })

  test('keeps a row of each applied revision', async () => {
    await go('up', 'bbbb', SHOP, { by: "ann's", tool: '1.2.3' })
    const { rows, current, pending } = await readCurrent(database.source, history(SHOP), {})
    expect(current).toEqual(['bbbb'])
    expect(pending).toEqual(['cccc'])
    expect(rows.map(row => [row.id, row.parents, row.message, row.by, row.tool, row.statements, row.done])).toEqual([
      ['aaaa', [], 'make aaaa', "ann's", '1.2.3', 2, 2],
      ['bbbb', ['aaaa'], 'make bbbb', "ann's", '1.2.3', 1, 1],
    ])
    expect(rows.every(row => row.finished !== undefined && /^[0-9a-f]{64}$/.test(row.checksum))).toBe(true)
  })

  test('says what would run, and runs nothing', async () => {
    const { ran, current } = await go('up', 'bbbb', SHOP, { dryRun: true })
    expect(ran.map(({ id }) => id)).toEqual(['aaaa', 'bbbb'])
    expect(current).toEqual([])
    expect(await tables()).toEqual([])
    expect(await database.look.query('select count(*) as n from (select 1) as one')).toHaveLength(1)
  })

  test('rolls a revision back whose statement fails, and keeps those before it', async () => {
    const broken: TestRevision = { id: 'dddd', up: ['create table w (a int)', 'insert into nowhere values (1)'] }
    const error = await failing(go('up', 'head', [...SHOP, broken]))
    expect(error.code).toBe('MIG510')
    expect(error.message).toMatch(/^migrations\/dddd\/(sqlite|postgres)\.up\.sql:\d+: .*nowhere/)
    expect(error.remedy).toContain('nothing of it is in the database')
    expect(error.remedy).toContain('Done before, and kept: aaaa, bbbb, cccc.')
    expect(error.facts.ran).toEqual(['aaaa', 'bbbb', 'cccc'])
    expect(await tables()).toEqual(['t', 'u', 'v'])
    const mended: TestRevision = { id: 'dddd', up: ['create table w (a int)'] }
    expect((await go('up', 'head', [...SHOP, mended])).ran.map(({ id }) => id)).toEqual(['dddd'])
  })

  test('says when stamp is right', async () => {
    await database.look.exec('create table t (a int)')
    const error = await failing(go('up', 'head'))
    expect(error.remedy).toContain('mig stamp')
    await stampDatabase(database.source, history(SHOP), { targets: ['aaaa'], purge: false }, {})
    expect((await go('up', 'head')).ran.map(({ id }) => id)).toEqual(['bbbb', 'cccc'])
  })

  test('refuses a revision that was edited after it ran, with both sums', async () => {
    await go('up', 'aaaa')
    const edited: readonly TestRevision[] = [{ ...SHOP[0]!, up: ['create table t (a int, b int)'] }, ...SHOP.slice(1)]
    const error = await failing(go('up', 'head', edited))
    expect(error.code).toBe('MIG546')
    expect(error.message).toContain(String(error.facts.ran))
    expect(error.message).toContain(String(error.facts.found))
    expect(error.facts.ran).not.toBe(error.facts.found)
    expect(await tables()).toEqual(['t'])
    const { refreshed } = await stampDatabase(database.source, history(edited), { targets: ['aaaa'], purge: false }, {})
    expect(refreshed).toEqual(['aaaa'])
    expect((await go('up', 'head', edited)).current).toEqual(['cccc'])
  })

  test('refuses SQL whose own sum does not hold, before anything runs', async () => {
    const tampered: TestRevision = { ...SHOP[1]!, edit: text => text.replace('create table u', 'create table uu') }
    const error = await failing(go('up', 'head', [SHOP[0]!, tampered]))
    expect(error.code).toBe('MIG341')
    expect(await tables()).toEqual([])
  })

  test('refuses a ledger row that no folder holds', async () => {
    await go('up', 'head')
    const error = await failing(go('up', 'head', SHOP.slice(0, 2)))
    expect(error.code).toBe('MIG544')
    expect(error.message).toContain("cccc 'make cccc'")
  })

  test('refuses a downgrade that loses data unless it is allowed, and says what', async () => {
    const shop = [SHOP[0]!, { ...SHOP[1]!, down: [lossy('drop table u', 'the rows of u are gone')] }]
    await go('up', 'head', shop)
    const error = await failing(go('down', '-1', shop))
    expect(error.code).toBe('MIG550')
    expect(error.exit).toBe(1)
    expect(error.message).toContain('the rows of u are gone')
    expect(await tables()).toEqual(['t', 'u'])
    expect((await go('down', '-1', shop, {}, true)).current).toEqual(['aaaa'])
  })

  test('keeps the progress of a revision with parts outside a transaction, and goes on', async () => {
    const steps = ['create table w (a int)', alone('insert into nowhere values (1)'), 'insert into w values (1)']
    const shop: readonly TestRevision[] = [{ id: 'aaaa', up: steps, down: ['drop table w'] }]
    const error = await failing(go('up', 'head', shop))
    expect(error.remedy).toContain('1 of its 3 statements')
    expect(await tables()).toEqual(['w'])
    const half = await readCurrent(database.source, history(shop), {})
    expect(half.current).toEqual([])
    expect(half.half).toMatchObject({ id: 'aaaa', direction: 'up', done: 1, statements: 3 })
    expect((await failing(go('down', 'base', shop))).code).toMatch(/MIG306|MIG547|MIG30/)
    await database.look.exec('create table nowhere (a int)')
    expect((await go('up', 'head', shop)).current).toEqual(['aaaa'])
    expect(await database.look.query('select a from w')).toEqual([{ a: 1 }])
    const { rows } = await readCurrent(database.source, history(shop), {})
    expect(rows[0]).toMatchObject({ done: 3, statements: 3 })
    expect(rows[0]!.error).toBeUndefined()
  })

  test('does not go on with a file that has changed', async () => {
    const shop = (last: string): readonly TestRevision[] => [
      { id: 'aaaa', up: ['create table w (a int)', alone('insert into nowhere values (1)'), last] },
    ]
    await failing(go('up', 'head', shop('insert into w values (1)')))
    const error = await failing(go('up', 'head', shop('insert into w values (2)')))
    expect(error.code).toBe('MIG546')
  })

  test('stops after the statement that runs', async () => {
    const stop = new AbortController()
    const seen: string[] = []
    const onEvent = (event: RunEvent) => {
      if (event.kind === 'statement') seen.push(event.sql)
      if (event.kind === 'statement' && event.id === 'bbbb') stop.abort()
    }
    const error = await failing(go('up', 'head', SHOP, { signal: stop.signal, onEvent }))
    expect(error.code).toBe('MIG560')
    expect(await tables()).toEqual(['t'])
    expect((await readCurrent(database.source, history(SHOP), {})).current).toEqual(['aaaa'])
    expect(seen).toHaveLength(3)
  })

  test('runs branches, merges and needs in order', async () => {
    const graph: readonly TestRevision[] = [
      { id: 'aaaa', up: ['create table a (a int)'], down: ['drop table a'] },
      { id: 'left', parents: ['aaaa'], labels: ['l'], up: ['create table l (a int)'], down: ['drop table l'] },
      { id: 'right', parents: ['aaaa'], up: ['create table r (a int)'], down: ['drop table r'] },
      { id: 'merge', parents: ['left', 'right'], up: [], down: [] },
    ]
    expect((await go('up', 'l@head', graph)).current).toEqual(['merge'])
    expect((await go('down', 'left', graph)).current).toEqual(['left', 'right'])
    expect((await go('down', 'right@aaaa', graph)).current).toEqual(['left'])
    expect(await tables()).toEqual(['a', 'l'])
    expect((await go('up', 'right', graph)).current).toEqual(['left', 'right'])
    expect((await go('up', 'heads', graph)).ran.map(({ id }) => id)).toEqual(['merge'])
    expect((await go('down', 'base', graph)).current).toEqual([])
  })

  test('one runner works, others wait, nothing runs twice', async () => {
    const slow = SHOP.map(revision => ({
      ...revision,
      up: [...revision.up, database.source.dialect === 'sqlite' ? 'select 1' : 'select pg_sleep(0.1)'],
    }))
    const runs = database.source.single ? 1 : 5
    const results = await Promise.all(Array.from({ length: runs }, () => go('up', 'head', slow)))
    expect(results.flatMap(({ ran }) => ran.map(({ id }) => id)).sort()).toEqual(['aaaa', 'bbbb', 'cccc'])
    expect(results.every(({ current }) => current.join() === 'cccc')).toBe(true)
    expect(await database.look.query('select a from t')).toEqual([{ a: 1 }])
  })
})
