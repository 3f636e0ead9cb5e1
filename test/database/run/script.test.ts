import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { postgres } from '../../../compiler/dialects/postgres/postgres.ts'
import { sqlite } from '../../../compiler/dialects/sqlite/sqlite.ts'
import { readCurrent } from '../../../database/run/read-current.ts'
import { runJourney } from '../../../database/run/run-journey.ts'
import type { Runnables } from '../../../database/run/runnable.ts'
import { scriptOf } from '../../../database/run/script.ts'
import { driftOf } from '../../../database/verify/drift.ts'
import { readRevisionHeads } from '../../../language/read-revision-heads.ts'
import { alone, historyOf, type TestRevision } from './history-of.ts'
import { postgresDatabase, sqliteFile, type TestDatabase } from './test-databases.ts'

const MIGRATIONS = resolve(import.meta.dirname, '../../../examples/workout-buddy/migrations')
const PACKAGE = { psql: 'postgresql-client', sqlite3: 'sqlite3' }

const DATABASES: readonly (readonly [string, () => Promise<TestDatabase>])[] = [
  ['sqlite', sqliteFile],
  ['postgres 13', () => postgresDatabase(13)],
  ['postgres 18', () => postgresDatabase(18)],
]

describe.each(DATABASES)('scripts for %s', (_, make) => {
  let database: TestDatabase
  let folder: string
  beforeEach(async () => {
    database = await make()
    folder = mkdtempSync(join(tmpdir(), 'mig-script-'))
  })
  afterEach(async () => {
    rmSync(folder, { recursive: true, force: true })
    await database.remove()
  })

  const dialect = () => database.source.dialect
  /** Gives a script to the shell of the database as a person would; answers its exit code and what it said. */
  const shell = (sql: string) => {
    const file = join(folder, 'script.sql')
    writeFileSync(file, sql)
    const isSqlite = dialect() === 'sqlite'
    const program = isSqlite ? 'sqlite3' : 'psql'
    const args = isSqlite ? [database.url.replace('sqlite:', '')] : [database.url, '-q', '-X', '-f', file]
    const { error, status, stderr, stdout } = spawnSync(program, args, {
      encoding: 'utf8',
      ...(isSqlite ? { input: sql } : {}),
    })
    if (error)
      throw new Error(`${program} is needed: install the Debian package ${PACKAGE[program]} (${error.message})`)
    return { status, said: stdout + stderr }
  }
  const script = (runnables: Runnables, direction: 'up' | 'down', target: string) =>
    scriptOf(runnables, { dialect: dialect(), direction, target, allowLoss: true }, { by: "o'neil \\ :x", tool: '1' })
      .sql
  const history = (revisions: readonly TestRevision[]) => historyOf(dialect(), revisions)
  const schemaOf = (from: TestDatabase) => (dialect() === 'sqlite' ? sqlite : postgres).inspect(from.look.query)
  const ledger = async (from: TestDatabase, runnables: Runnables) => {
    const { rows, half } = await readCurrent(from.source, runnables, {})
    expect(half).toBeUndefined()
    return rows
      .map(({ id, parents, message, checksum, direction, statements, done, begun, error }) => ({
        id,
        parents,
        message,
        checksum,
        direction,
        statements,
        done,
        begun,
        error,
      }))
      .sort((a, b) => (a.id < b.id ? -1 : 1))
  }

  test('do what the runner does, up and down, over the whole history of the example', async () => {
    const example = await readRevisionHeads(MIGRATIONS)
    const twin = await make()
    try {
      await runJourney(twin.source, example, { direction: 'up', target: 'head', allowLoss: false }, {})
      expect(shell(script(example, 'up', 'head'))).toMatchObject({ status: 0 })
      const tool = dialect() === 'sqlite' ? sqlite : postgres
      expect(driftOf(tool, await schemaOf(database), await schemaOf(twin))).toEqual([])
      expect(await ledger(database, example)).toEqual(await ledger(twin, example))
      expect((await readCurrent(database.source, example, {})).pending).toEqual([])

      const [third] = [...example.graph.nodes.keys()].slice(2)
      await runJourney(twin.source, example, { direction: 'down', target: third!, allowLoss: true }, {})
      expect(shell(script(example, 'down', `head:${third}`))).toMatchObject({ status: 0 })
      expect(driftOf(tool, await schemaOf(database), await schemaOf(twin))).toEqual([])
      expect(await ledger(database, example)).toEqual(await ledger(twin, example))
      expect(shell(script(example, 'down', `${third}:base`))).toMatchObject({ status: 0 })
      expect((await readCurrent(database.source, example, {})).current).toEqual([])
    } finally {
      await twin.remove()
    }
  })

  const SHOP: readonly TestRevision[] = [
    { id: 'r_1', up: ['create table t (a int)'], down: ['drop table t'] },
    {
      id: 'r_2',
      up: ['insert into t values (2)', alone('vacuum'), 'insert into t values (3)'],
      down: ['delete from t'],
    },
    { id: 'r_3', up: ['insert into t values (4)'], down: ['delete from t where a = 4'] },
  ]
  const values = async () => (await database.look.query('select a from t order by a')).map(row => row.a)

  test('stop before anything is changed when the database is elsewhere', async () => {
    const shop = history(SHOP)
    const elsewhere = shell(script(shop, 'up', 'r_1:head'))
    expect(elsewhere).toMatchObject({
      said: expect.stringContaining('MIG551'),
      status: expect.toSatisfy((code: number) => code !== 0),
    })
    expect((await readCurrent(database.source, shop, {})).rows).toEqual([])
    expect(shell(script(shop, 'up', 'r_2'))).toMatchObject({ status: 0 })
    expect(await values()).toEqual([2, 3])
    for (const sql of [script(shop, 'up', 'r_2'), script(shop, 'down', 'head:r_2'), script(shop, 'down', 'r_1:base')]) {
      const again = shell(sql)
      expect(again.status).not.toBe(0)
      expect(again.said).toContain('MIG551')
    }
    expect(await values()).toEqual([2, 3])
    expect(shell(script(shop, 'up', 'r_2:head'))).toMatchObject({ status: 0 })
    expect(await values()).toEqual([2, 3, 4])
  })

  test('leave out the revision that fails, and keep what a revision in parts has done', async () => {
    const shop = history([SHOP[0]!, { id: 'bad', up: ['insert into t values (2)', 'insert into nowhere values (1)'] }])
    expect(shell(script(shop, 'up', 'head')).status).not.toBe(0)
    expect((await readCurrent(database.source, shop, {})).current).toEqual(['r_1'])
    expect(await values()).toEqual([])
    const parts = history([
      SHOP[0]!,
      { id: 'parts', up: ['insert into t values (2)', alone('vacuum'), 'insert into nowhere values (1)'] },
    ])
    expect(shell(script(parts, 'up', 'r_1:head')).status).not.toBe(0)
    expect((await readCurrent(database.source, parts, {})).half).toMatchObject({ id: 'parts', done: 2, statements: 3 })
    await database.look.exec('create table nowhere (a int)')
    await runJourney(database.source, parts, { direction: 'up', target: 'head', allowLoss: false }, {})
    expect(await values()).toEqual([2])
  })

  test('hold whatever names and messages say', async () => {
    const awkward = history([
      {
        id: 'a',
        message: "it's\n\\echo :x -- 'done'\n.quit $$ $mig$",
        up: [
          'create table "O\'Neil ""x"" :y" (a int, "b\\" text)',
          `insert into "O'Neil ""x"" :y" values (1, ':x \\echo -- \n.quit\n\\q')`,
        ],
        down: ['drop table "O\'Neil ""x"" :y" -- gone'],
      },
    ])
    expect(shell(script(awkward, 'up', 'head'))).toMatchObject({ status: 0 })
    const [row] = (await readCurrent(database.source, awkward, {})).rows
    expect(row).toMatchObject({ id: 'a', by: "o'neil \\ :x", message: "it's\n\\echo :x -- 'done'\n.quit $$ $mig$" })
    expect(await database.look.query('select "b\\" as b from "O\'Neil ""x"" :y"')).toEqual([
      { b: ':x \\echo -- \n.quit\n\\q' },
    ])
    expect(shell(script(awkward, 'down', 'head:base'))).toMatchObject({ status: 0 })
    expect((await readCurrent(database.source, awkward, {})).rows).toEqual([])
  })
})
