import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { connectPostgres } from '../../../database/postgres.ts'
import { readCurrent } from '../../../database/run/read-current.ts'
import { runJourney } from '../../../database/run/run-journey.ts'
import type { RunOptions } from '../../../database/run/run-options.ts'
import { stampDatabase } from '../../../database/run/stamp.ts'
import type { DatabaseSource } from '../../../database/source.ts'
import { failureOf } from './failure-of.ts'
import { alone, historyOf, type TestRevision } from './history-of.ts'
import { postgresDatabase, TEST_DATABASES, type TestDatabase } from './test-databases.ts'

const SHOP: readonly TestRevision[] = [
  { id: 'first', up: ['create table t (a int)'], down: ['drop table t'] },
  { id: 'second', up: ['create table u (a int)'], down: ['drop table u'] },
]
const UP = { direction: 'up', target: 'head', allowLoss: false } as const

describe.each(TEST_DATABASES.filter(([name]) => name !== 'postgres 13'))('the ledger on %s', (_, make) => {
  let database: TestDatabase
  beforeEach(async () => {
    database = await make()
  })
  afterEach(() => database.remove())

  const history = (revisions = SHOP) => historyOf(database.source.dialect, revisions)
  const go = (options: RunOptions = {}, revisions = SHOP) =>
    runJourney(database.source, history(revisions), UP, options)

  test('of a newer version is not touched', async () => {
    await go()
    await database.look.exec("update mig_revisions set format = 2 where id = 'second'")
    expect((await failureOf(go())).code).toBe('MIG541')
    expect((await failureOf(readCurrent(database.source, history(), {}))).code).toBe('MIG541')
    await database.look.exec('alter table mig_revisions rename column error to errors')
    expect((await failureOf(go())).code).toBe('MIG541')
    const stamp = stampDatabase(database.source, history(), { targets: ['first'], purge: true }, {})
    expect((await failureOf(stamp)).code).toBe('MIG541')
  })

  test('is no table of somebody else', async () => {
    await database.look.exec('create table mig_revisions (id int)')
    expect((await failureOf(go())).code).toBe('MIG542')
    expect((await go({ ledger: 'order' })).current).toEqual(['second'])
    expect((await go({ ledger: 'order' })).ran).toEqual([])
  })

  test('has no name that the database would cut', async () => {
    expect((await failureOf(go({ ledger: 'x'.repeat(64) }))).code).toBe('MIG540')
    expect((await failureOf(go({ ledger: 'ops.' }))).code).toBe('MIG540')
  })

  test('names the revision whose parents are others than when it ran', async () => {
    await go()
    const between: readonly TestRevision[] = [
      SHOP[0]!,
      { id: 'between', up: ['create table v (a int)'] },
      { ...SHOP[1]!, parents: ['between'] },
    ]
    const error = await failureOf(go({}, between))
    expect(error.code).toBe('MIG545')
    expect(error.message).toContain('second ran after first and says now that it comes after between')
  })

  test('that hides what is written is found out', async () => {
    if (database.source.dialect === 'sqlite') return
    await go({}, SHOP.slice(0, 1))
    await database.look.exec('create rule hide as on insert to mig_revisions do instead nothing')
    expect((await failureOf(go())).code).toBe('MIG554')
    await database.look.exec(
      'drop rule hide on mig_revisions; create rule hide as on delete to mig_revisions do instead nothing',
    )
    const down = { direction: 'down', target: 'base', allowLoss: false } as const
    const error = await failureOf(runJourney(database.source, history(), down, {}))
    expect(error.code).toBe('MIG554')
    await database.look.exec('select * from t')
  })

  test('another tool that made the database is named when something is there already', async () => {
    await database.look.exec('create table alembic_version (version_num varchar(32))')
    await database.look.exec('create table t (a int)')
    const error = await failureOf(go())
    expect(error.remedy).toContain('alembic_version')
    expect(error.remedy).toContain('Alembic made this database')
    expect(error.remedy).toContain('mig stamp')
  })

  test('no statement begins or ends a transaction', async () => {
    for (const sql of ['commit', '/* now */ Rollback', 'begin', 'end', '-- x\nstart transaction']) {
      const error = await failureOf(go({}, [{ id: 'first', up: ['create table t (a int)', sql] }]))
      expect(error.code).toBe('MIG555')
    }
    const point = ['savepoint s', 'create table t (a int)', 'rollback to s', 'release s']
    expect((await go({}, [{ id: 'first', up: point }])).current).toEqual(['first'])
  })

  test('a revision that stands half way comes first, and says how to go on', async () => {
    const shop: readonly TestRevision[] = [
      { id: 'root', up: [] },
      { id: 'aaaa', parents: ['root'], up: ['create table a (a int)'], down: ['drop table a'] },
      {
        id: 'half',
        parents: ['root'],
        up: ['create table h (a int)', alone('insert into x values (1)')],
        down: [alone('drop table h'), alone('drop table x')],
      },
    ]
    await failureOf(
      go({}, shop).catch(async () => runJourney(database.source, history(shop), { ...UP, target: 'half' }, {})),
    )
    const back = await failureOf(
      runJourney(database.source, history(shop), { ...UP, direction: 'down', target: 'base' }, {}),
    )
    expect([back.code, back.remedy]).toEqual(['MIG547', expect.stringContaining('mig upgrade half')])
    await database.look.exec('create table x (a int)')
    const ended = await runJourney(database.source, history(shop), { ...UP, target: 'heads' }, {})
    expect(ended.ran.map(({ id }) => id)).toEqual(['half', 'aaaa'])
    await database.look.exec('drop table x')
    const down = { ...UP, direction: 'down', target: 'half@root' } as const
    const stuck = await failureOf(runJourney(database.source, history(shop), down, {}))
    expect(stuck.remedy).toContain('stands half way: 1 of its 2 statements')
    const up = await failureOf(runJourney(database.source, history(shop), { ...UP, target: 'heads' }, {}))
    expect([up.code, up.remedy]).toEqual(['MIG547', expect.stringContaining('mig downgrade half@root')])
    await database.look.exec('create table x (a int)')
    expect((await runJourney(database.source, history(shop), down, {})).current).toEqual(['aaaa'])
  })
})

describe('the ledger in the schemas of postgres', () => {
  let database: TestDatabase
  const role = `app_${crypto.randomUUID().slice(0, 8)}`
  beforeEach(async () => {
    database = await postgresDatabase(18)
    await database.look.exec(`create role ${role} login`)
  })
  afterEach(async () => {
    await database.look.exec(`drop owned by ${role}; drop role ${role}`)
    await database.remove()
  })
  const shop = historyOf('postgres', SHOP)
  const as = (): DatabaseSource => ({
    dialect: 'postgres',
    open: () => connectPostgres(database.url.replace('postgres@', `${role}@`)),
  })

  test('is made together with its schema', async () => {
    for (const ledger of ['ops.mig_revisions', 'Ops.Done things', 'user.order']) {
      await runJourney(database.source, shop, { ...UP }, { ledger })
      expect((await readCurrent(database.source, shop, { ledger })).current).toEqual(['second'])
      await runJourney(database.source, shop, { ...UP, direction: 'down', target: 'base' }, { ledger })
    }
  })

  test('is not begun anew where others are, unless it is named outright', async () => {
    await database.look.exec('create schema tenant')
    await runJourney(database.source, shop, UP, { ledger: 'tenant.mig_revisions' })
    const error = await failureOf(runJourney(database.source, shop, UP, {}))
    expect(error.code).toBe('MIG543')
    expect(error.message).toContain('tenant.mig_revisions')
    expect((await readCurrent(database.source, shop, { ledger: 'other.mig_revisions' })).rows).toEqual([])
  })

  test('that a role may not make says what to grant, and nothing is half done', async () => {
    const error = await failureOf(runJourney(as(), shop, UP, {}))
    expect(error.code).toBe('MIG552')
    expect(error.message).toContain('permission denied for schema public')
    expect(error.remedy).toContain('grant create on schema public')
    await database.look.exec(`grant create on schema public to ${role}`)
    expect((await runJourney(as(), shop, UP, {})).current).toEqual(['second'])
  })

  test('can be read by a role that may do nothing else', async () => {
    await runJourney(database.source, shop, UP, {})
    expect((await failureOf(readCurrent(as(), shop, {}))).facts.sqlstate).toBe('42501')
    await database.look.exec(`grant select on mig_revisions to ${role}`)
    expect((await readCurrent(as(), shop, {})).current).toEqual(['second'])
    expect((await runJourney(as(), shop, UP, {})).ran).toEqual([])
  })

  test('of a role that may not see its rows is not written over and over', async () => {
    await runJourney(database.source, shop, { ...UP, target: 'first' }, {})
    await database.look.exec(`grant create on schema public to ${role}; grant all on mig_revisions to ${role}`)
    await database.look.exec(
      'alter table mig_revisions enable row level security; create policy w on mig_revisions for insert with check (true)',
    )
    await database.look.exec('drop table t')
    const error = await failureOf(runJourney(as(), shop, UP, {}))
    expect(error.code).toBe('MIG554')
    expect(await database.look.query("select to_regclass('t') as t")).toEqual([{ t: null }])
  })
})
