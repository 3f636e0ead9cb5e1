import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { pgliteEngine } from './pglite.ts'
import { postgresEngine } from './postgres.ts'
import { sqliteEngine } from './sqlite.ts'
import type { TestEngine } from './test-engine.ts'

const ENGINES: readonly (readonly [string, () => Promise<TestEngine>])[] = [
  ['pglite', pgliteEngine],
  ['postgres 13', () => postgresEngine(13)],
  ['postgres 18', () => postgresEngine(18)],
  ['sqlite', sqliteEngine],
  ['sqlite', () => sqliteEngine('file')],
]

describe.each(ENGINES)('%s', (name, start) => {
  let engine: TestEngine
  beforeAll(async () => {
    engine = await start()
  })
  beforeEach(() => engine.fresh())
  afterAll(() => engine.close())

  test('is what it says', async () => {
    expect(engine.name).toBe(name)
    const version = engine.dialect === 'sqlite' ? 'select sqlite_version() as v' : 'show server_version'
    const [row] = await engine.query(version)
    expect(String(Object.values(row!)[0])).toMatch({ pglite: /^18/, sqlite: /^3\./ }[name] ?? new RegExp(name.slice(9)))
  })

  test('is empty again after fresh', async () => {
    await engine.run(['create table t (a int)'])
    await engine.fresh()
    await engine.run(['create table t (b int)'])
    expect(await engine.query('select b from t')).toEqual([])
  })

  test('a failing run leaves nothing of its transaction', async () => {
    await expect(engine.run(['create table t (a int)', 'create table t (a int)'])).rejects.toThrow(/create table t/)
    await engine.run(['create table t (a int)'])
    expect(await engine.query('select a from t')).toEqual([])
  })

  test('a statement outside the transaction ends the one before it', async () => {
    const outside = engine.dialect === 'sqlite' ? 'vacuum' : 'create index concurrently i on t (a)'
    await engine.run(['create table t (a int)', { sql: outside, transaction: false }, 'insert into t values (1)'])
    expect(await engine.query('select a from t')).toEqual([{ a: 1 }])
  })
})

describe.each(ENGINES.slice(0, 3))('values of %s', (_, start) => {
  test('are the same from every driver', async () => {
    const engine = await start()
    await engine.fresh()
    const [row] = await engine.query(
      `select true as b, 1 as i, 9007199254740993 as l, 1.50 as n, date '2026-01-05' as d, array[1, 2] as a,
        '{"k": [1]}'::jsonb as j, null as z, timestamptz '2026-01-05 05:30Z' as t, array['a b']::name[] as names`,
    )
    expect(row).toEqual({
      b: true,
      i: 1,
      l: '9007199254740993',
      n: '1.50',
      d: '2026-01-05',
      a: '{1,2}',
      j: { k: [1] },
      z: null,
      t: '2026-01-05 05:30:00+00',
      names: '{"a b"}',
    })
    await engine.close()
  })
})
