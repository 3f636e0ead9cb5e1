import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { onScratch } from '../../cli/project/open-scratch.ts'
import { connectSqlite } from '../../database/sqlite.ts'
import { embeddedPostgres } from '../../database/verify/embedded-postgres.ts'
import { objectsIn } from '../../database/verify/empty-database.ts'
import { openScratch, scratchOn } from '../../database/verify/scratch.ts'
import { postgresEngine } from '../engines/postgres.ts'

const folder = mkdtempSync(join(tmpdir(), 'mig-scratch-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe.each([13, 18] as const)('a scratch database on postgres %s', version => {
  test('must be empty, and whatever was made in it is gone when it is closed', async () => {
    const engine = await postgresEngine(version)
    await engine.fresh()
    const { dialect, exec } = engine
    // Begins with a comment, so that the engine prepares nothing that `discard all` would take away.
    const query: typeof engine.query = sql => engine.query(`/* as it is */ ${sql}`)
    const connection = { dialect, query, exec, close: async () => {} }
    const scratch = await scratchOn(connection, 'scratch')
    for (const sql of [
      'create schema audit',
      'create table audit.log (id int)',
      `create type mood as enum ('a', 'b')`,
      'create domain positive as int check (value > 0)',
      'create type pair as (a int, b int)',
      'create table t (id int generated always as identity primary key, m mood, p positive, q pair)',
      'create view v as select * from t',
      'create materialized view mv as select * from t',
      'create sequence s',
      `create function f(int) returns int language sql as 'select $1'`,
      'create aggregate total (int) (sfunc = int4pl, stype = int)',
      'create operator <-!-> (leftarg = int, rightarg = int, function = int4pl)',
      'create text search configuration words (parser = default)',
      'create text search dictionary plain (template = simple)',
      `create collation folded (provider = icu, locale = 'de')`,
      'create publication feed for table t',
      'set search_path = audit',
    ])
      await exec(sql)
    await expect(scratchOn({ ...connection }, 'scratch')).rejects.toMatchObject({
      code: 'MIG528',
      exit: 1,
      message: expect.stringMatching(
        /^The scratch database scratch is not empty: it holds schema audit, .* and \d+ more\.$/,
      ),
    })
    await exec('begin')
    await scratch.close()
    expect(await objectsIn(connection)).toEqual([])
    expect(await query('show search_path')).toEqual([{ search_path: '"$user", public' }])
    await engine.close()
  })
})

describe('a scratch database in an SQLite file', () => {
  test('is made when it is not there, and holds nothing when it is closed', async () => {
    const address = { dialect: 'sqlite', url: `sqlite:${join(folder, 'new.db')}` } as const
    const scratch = await openScratch(address)
    await scratch.connection.exec(`create table t (id integer primary key autoincrement);
      create table c (id integer references t (id)); insert into t values (1); insert into c values (1);
      create view v as select * from t; create trigger g after insert on t begin select 1; end;
      create temp table left_over (n integer)`)
    await scratch.close()
    const again = await openScratch(address)
    expect(await objectsIn(again.connection)).toEqual([])
    await again.close()
  })

  test('is refused when it holds anything, and left as it is', async () => {
    const path = join(folder, 'precious.db')
    const connection = await connectSqlite(path)
    await connection.exec('create table precious (id integer); insert into precious values (1)')
    await connection.close()
    const opened = openScratch({ dialect: 'sqlite', url: `sqlite:${path}` })
    await expect(opened).rejects.toMatchObject({ code: 'MIG528', facts: { objects: ['table precious'] } })
    const after = await connectSqlite(path)
    expect(await after.query('select * from precious')).toEqual([{ id: 1 }])
    await after.close()
  })
})

describe('Postgres inside the process', () => {
  const missing = Object.assign(new Error('Cannot find package'), { code: 'ERR_MODULE_NOT_FOUND' })

  test('says in one sentence how to install it when it is missing', async () => {
    const opened = embeddedPostgres([], () => Promise.reject(missing))
    await expect(opened).rejects.toMatchObject({
      code: 'MIG529',
      message: expect.stringContaining('npm install --save-dev @electric-sql/pglite'),
      remedy: expect.stringContaining('mig verify --on postgres://'),
    })
  })

  test('has the extensions that come with it, and names one that does not', async () => {
    const scratch = await embeddedPostgres(['citext', 'uuid-ossp', 'plpgsql'])
    await scratch.connection.exec('create extension citext; create extension "uuid-ossp"')
    await scratch.close()
    await expect(embeddedPostgres(['postgis_of_mars'])).rejects.toThrow(/has no extension postgis_of_mars/)
  })
})

test('the embedded Postgres has the roles that the revisions name', async () => {
  const needs = { extensions: [], roles: ['reader', 'Odd role', 'postgres'] }
  const found = await onScratch('postgres', undefined, needs, ({ scratch }) =>
    scratch.connection.query(`select rolname from pg_roles where rolname in ('reader', 'Odd role') order by 1`),
  )
  expect(found.map(row => row.rolname)).toEqual(['Odd role', 'reader'])
})
