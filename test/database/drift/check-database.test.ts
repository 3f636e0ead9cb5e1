import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { diff } from '../../../compiler/diff/diff.ts'
import { EMPTY_SCHEMA } from '../../../compiler/schema/schema.ts'
import { applySteps } from '../../../compiler/steps/apply.ts'
import { describeStep } from '../../../compiler/steps/describe.ts'
import type { Step } from '../../../compiler/steps/step.ts'
import { checkDatabase } from '../../../database/drift/check-database.ts'
import { connectPostgres } from '../../../database/postgres.ts'
import type { DatabaseSource } from '../../../database/source.ts'
import { runStatements } from '../../engines/test-engine.ts'
import { loadDeclarations } from '../../language/load-text.ts'
import { postgresDatabase, sqliteFile, TEST_DATABASES, type TestDatabase } from '../run/test-databases.ts'
import { revisionsOf, standAt } from './stand-at.ts'

const stepsTo = (text: string, ...before: readonly (readonly Step[])[]): readonly Step[] =>
  diff(applySteps(EMPTY_SCHEMA, before.flat()), loadDeclarations(text).schema)

const SHOP = `
enum status {
  pending
  paid
}

table orders {
  id     bigint identity primary
  status status default pending
  total  decimal(12, 2) default 0
  since  date default '2020-01-01'
  check total_check \`total >= 0 and total < 1000\`
  index big (\`total * 2\`) where \`total > 100\`
}

view paid = \`select * from orders where status in ('paid')\`
`

const shop = revisionsOf(stepsTo(SHOP))
let database: TestDatabase
const told = async (history = shop, options = {}, source: DatabaseSource = database.source) => {
  const { findings, ...check } = await checkDatabase(source, history, options)
  return { ...check, lines: findings.map(({ code, severity, message }) => `${severity} ${code} ${message}`) }
}

afterEach(() => database.remove())

describe.each(TEST_DATABASES)('on %s', (_, make) => {
  beforeEach(async () => {
    database = await make()
  })

  test('a database without a ledger is at base, and nothing in it is managed', async () => {
    await database.look.exec('create table mine (a int)')
    const { lines, current, unmanaged, compared } = await told()
    expect({ lines, current, compared }).toEqual({
      lines: ['note MIG574 Revision r1 has not run on the database yet.'],
      current: [],
      compared: true,
    })
    expect(unmanaged).toEqual([{ kind: 'table', name: 'mine' }])
  })

  test('a ledger of another name is no table of somebody else', async () => {
    await standAt(database.look, shop)
    await database.look.exec('alter table mig_revisions rename to runs')
    const { lines, current, unmanaged } = await told(shop, { ledger: 'runs' })
    expect({ lines, current, unmanaged }).toEqual({ lines: [], current: ['r1'], unmanaged: [] })
  })

  test('a database is compared with the revisions that it has', async () => {
    const first = shop.revisions.get('r1')!.revision.steps
    const history = revisionsOf(first, stepsTo(`${SHOP}\ntable more { id bigint identity primary }`, first))
    await standAt(database.look, history, 1)
    expect((await told(history)).lines).toEqual(['note MIG574 Revision r2 has not run on the database yet.'])
    await database.look.exec('create table more (a int)')
    expect((await told(history)).unmanaged).toEqual([{ kind: 'table', name: 'more' }])
  })

  test('an unknown revision stops the comparison, a gap does not', async () => {
    await standAt(database.look, shop)
    await database.look.exec("update mig_revisions set id = 'elsewhere'")
    const { lines, compared, current, steps } = await told()
    expect({ compared, current, steps }).toEqual({ compared: false, current: ['elsewhere'], steps: [] })
    expect(lines[0]).toMatch(/^error MIG544 The database is at a revision that no folder here holds: elsewhere/)
    const first = shop.revisions.get('r1')!.revision.steps
    const two = revisionsOf(first, stepsTo(`${SHOP}\ntable more { id bigint identity primary }`, first))
    await database.look.exec("update mig_revisions set id = 'r2', parents = 'r1'; create table more (id int)")
    const gap = await told(two)
    expect(gap.compared).toBe(true)
    expect(gap.lines[0]).toMatch(/^error MIG545 /)
    expect(gap.lines.filter(line => line.includes('MIG574'))).toEqual([])
    expect(gap.steps.map(describeStep)).toContain('alter column more.id')
  })

  test('a revision that was edited after it ran is told with its file', async () => {
    await standAt(database.look, shop)
    await database.look.exec("update mig_revisions set checksum = 'other'")
    const { findings } = await checkDatabase(database.source, shop, { nameOf: path => path.slice(3) })
    const file = `r1/${database.look.dialect}.up.sql`
    expect(findings.map(({ code, file }) => `${code} ${file}`)).toEqual([`MIG546 /p/migrations/${file}`])
    expect(findings[0]!.message).toContain(`migrations/${file}`)
  })

  test('of a revision that stands half way, what is as on either side is where it may be', async () => {
    const first = shop.revisions.get('r1')!.revision.steps
    const after = SHOP.replace('check total_check', 'note   text?\n  other  text?\n  check total_check')
    const history = revisionsOf(first, stepsTo(after, first))
    await standAt(database.look, history, 1)
    await database.look.exec(
      `alter table orders add column note text; insert into mig_revisions
        select 'r2', 'r1', 'make r2', checksum, direction, started, null, 0, applied_by, tool, format, 2, 1, 1, null, 'no' from mig_revisions`,
    )
    const { lines, steps } = await told(history)
    expect(lines).toEqual([expect.stringMatching(/^error MIG547 Revision r2 'make r2' stands half way up/)])
    expect(steps).toEqual([])
    await database.look.exec('drop view paid')
    expect((await told(history)).lines.slice(1)).toEqual(['error MIG570 View paid is not there.'])
  })

  test('what hand-written SQL names is not of somebody else', async () => {
    const first = shop.revisions.get('r1')!.revision.steps
    const sql = 'create index By_Hand on orders (total)'
    const step: Step = { kind: 'sql', name: 'index', up: { run: { all: sql } }, down: { none: 'no' } }
    const history = revisionsOf(first, [step])
    await standAt(database.look, history)
    expect((await told(history)).lines).toEqual([])
  })

  test('a view of all columns is the same when somebody adds one', async () => {
    await standAt(database.look, shop)
    await database.look.exec('alter table orders add column extra text')
    expect((await told()).lines).toEqual(['warning MIG572 Column orders.extra is in no revision.'])
  })
})

describe.each([13, 15, 18] as const)('on Postgres %s', version => {
  beforeEach(async () => {
    database = await postgresDatabase(version)
  })

  const asRole = async (run: (source: DatabaseSource, role: string) => Promise<void>, grants: readonly string[]) => {
    const role = `reader_${crypto.randomUUID().slice(0, 8)}`
    const name = new URL(database.url).pathname.slice(1)
    await database.look.exec(`revoke all on database ${name} from public; create role ${role} login;
      grant connect on database ${name} to ${role}; ${grants.map(grant => `${grant} to ${role};`).join(' ')}`)
    const url = database.url.replace('postgres@', `${role}@`)
    try {
      await run({ dialect: 'postgres', open: () => connectPostgres(url) }, role)
    } finally {
      await database.look.exec(`drop owned by ${role}; drop role ${role}`)
    }
  }

  const READER = ['grant usage on schema public', 'grant select on all tables in schema public']

  test('a role that may only read tells no false difference, and what differs for sure', async () => {
    await standAt(database.look, shop)
    await asRole(async source => {
      const { lines, steps } = await told(shop, {}, source)
      expect(lines.filter(line => !line.startsWith('note MIG573'))).toEqual([])
      expect(lines[0]).toMatch(/cannot be told apart .*: the role may not make temporary tables/)
      expect(steps).toEqual([])
      await database.look.exec(`drop view paid; drop index big; alter table orders drop constraint total_check, alter column total drop default,
        alter column total type text,
        drop column since, alter column status drop default`)
      const found = (await told(shop, {}, source)).lines.filter(line => !line.startsWith('note MIG573'))
      expect(found.sort()).toEqual([
        'error MIG570 Check orders.total_check is not there.',
        'error MIG570 Column orders.since is not there.',
        'error MIG570 Index orders.big is not there.',
        'error MIG570 View paid is not there.',
        "error MIG571 Column orders.status is not as the revisions make it: it has no default `'pending'`.",
        expect.stringMatching(
          /^error MIG571 Column orders.total .*: its type is `text`, not `numeric\(12,2\)`; it has no default `0`/,
        ),
      ])
    }, READER)
  })

  test('a role that may make temporary tables as well tells all apart', async () => {
    await standAt(database.look, shop)
    const name = new URL(database.url).pathname.slice(1)
    await asRole(
      async source => {
        expect((await told(shop, {}, source)).lines).toEqual([])
        await database.look.exec(
          'alter table orders drop constraint total_check, add constraint total_check check (total >= 1)',
        )
        expect((await told(shop, {}, source)).lines).toEqual([
          expect.stringMatching(/^error MIG571 Check orders.total_check /),
        ])
      },
      [...READER, `grant temporary on database ${name}`],
    )
  })

  test('a role without a schema is told what it lacks', async () => {
    await standAt(database.look, shop)
    await database.look.exec('revoke usage on schema public from public; grant select on mig_revisions to public')
    await asRole(async source => {
      await expect(told(shop, { ledger: 'mig_revisions' }, source)).rejects.toMatchObject({ code: /MIG5(?:63|76)/ })
    }, [])
  })

  test('a session that may only write nothing compares what it can', async () => {
    await standAt(database.look, shop)
    const url = `${database.url}?options=-c%20default_transaction_read_only%3Don`
    const { lines } = await told(shop, {}, { dialect: 'postgres', open: () => connectPostgres(url) })
    expect(lines.every(line => /^note MIG573 .*the session may only read/.test(line))).toBe(true)
    expect(lines.length).toBeGreaterThan(0)
  })

  test('a table that somebody holds makes its views unknown, and nothing waits behind the check', async () => {
    await standAt(database.look, shop)
    const other = await connectPostgres(database.url)
    try {
      await other.exec('begin; lock table orders in share row exclusive mode')
      expect((await told(shop, { tableLockTimeout: 200 })).lines).toEqual([])
      await other.exec('rollback; begin; lock table orders in access exclusive mode')
      const failed = told(shop, { tableLockTimeout: 200 })
      await expect(failed).rejects.toMatchObject({ code: 'MIG563', message: expect.stringMatching(/lock timeout/) })
    } finally {
      await other.close()
    }
  })

  test('nothing stays, and no sequence moves, also where a text does not compile', async () => {
    await standAt(database.look, shop)
    await database.look.exec(`drop view paid; alter table orders drop column total cascade;
      alter table orders add constraint total_check check (id > 0); create view paid as select id from orders`)
    const picture = async () =>
      database.look.query(`select (select count(*) from pg_class)::int as relations, (select count(*) from pg_namespace)::int as spaces,
        (select count(*) from pg_type)::int as types, (select count(*) from pg_locks where locktype = 'advisory'
          and database = (select oid from pg_database where datname = current_database()))::int as locks`)
    const before = await picture()
    const { lines } = await told()
    expect(lines).toContainEqual(
      expect.stringMatching(/^error MIG571 View paid .*`SELECT \S+ FROM orders`, not `SELECT .*status/),
    )
    expect(lines).toContainEqual(expect.stringMatching(/^error MIG571 Check orders.total_check/))
    expect(await picture()).toEqual(before)
    const { statements } = await told()
    await runStatements(database.look, statements)
    expect((await told()).lines).toEqual([])
  })

  test.each(['app, public', "''", 'public'])(
    'a project with a default schema, read with the search path %s',
    async path => {
      const text = `schema app only postgres
      enum app.mood { happy sad }
      table app.users { id bigint identity primary
        mood app.mood default happy
        check at_sign postgres \`mood <> 'sad'::app.mood\` sqlite \`mood <> 'sad'\` }
      view app.all_users = \`select * from app.users\``
      const history = revisionsOf(
        stepsTo(text.replace('{ happy sad }', '{\nhappy\nsad\n}').replaceAll(' }', '\n}').replace('{ id', '{\nid')),
      )
      await standAt(database.look, history)
      const url = `${database.url}?options=${encodeURIComponent(`-c search_path=${path.replaceAll("'", '').replaceAll(' ', '\\ ')}`)}`
      const source: DatabaseSource = {
        dialect: 'postgres',
        open: async () => {
          const connection = await connectPostgres(url)
          await connection.exec(`set search_path = ${path}`)
          return connection
        },
      }
      expect((await told(history, {}, source)).lines).toEqual([])
      await database.look.exec('alter table app.users drop constraint at_sign; create table app.mine (a int)')
      const { lines, unmanaged } = await told(history, {}, source)
      expect(lines).toEqual(['error MIG570 Check app.users.at_sign is not there.'])
      expect(unmanaged).toEqual([{ kind: 'table', name: 'app.mine' }])
    },
  )

  test('what belongs to nobody here is listed by kind and name, extensions and their own left out', async () => {
    await standAt(database.look, shop)
    await database.look.exec(`create schema theirs; create table theirs.secret (a int); create table "My table" (a serial);
      create view v as select 1 as a; create materialized view m as select 1 as a; create sequence s; create type mood as enum ('x');
      create domain d as int; create type pair as (a int, b int); create function f(a int) returns int language sql as 'select 1';
      create table parts (a int) partition by range (a); create table part partition of parts default`)
    expect((await told()).unmanaged.map(({ kind, name }) => `${kind} ${name}`)).toEqual([
      'composite pair',
      'domain d',
      'enum mood',
      'function f(integer)',
      'materialized view m',
      'partitioned table parts',
      'sequence s',
      'table "My table"',
      'view v',
      'schema theirs',
    ])
  })

  test('an index whose build failed, and a constraint that is not valid', async () => {
    await standAt(database.look, shop)
    await database.look.exec(`insert into orders (total) values (150), (150); drop index big;
      alter table orders drop constraint total_check`)
    await expect(
      database.look.exec('create unique index concurrently big on orders ((total * 2)) where total > 100'),
    ).rejects.toThrow(/duplicate|unique/)
    await database.look.exec(
      'alter table orders add constraint total_check check (total >= 0 and total < 1000) not valid',
    )
    const { lines, steps } = await told()
    expect(lines).toEqual([
      'error MIG571 Index orders.big is there, but invalid: building it failed half way.',
      'warning MIG571 Constraint orders.total_check is NOT VALID: rows that were there before it may break it.',
    ])
    expect(steps).toEqual([])
  })
})

test('an index that is gone comes back in the words of the revision', async () => {
  database = await sqliteFile()
  await standAt(database.look, shop)
  await database.look.exec('drop index big')
  const { lines, statements } = await told()
  expect(lines).toEqual(['error MIG570 Index orders.big is not there.'])
  expect(statements.map(({ sql }) => sql)).toEqual(['create index big on orders ((total * 2)) where total > 100'])
})

test('a database on which revisions run meanwhile is read again, three times at most', async () => {
  database = await sqliteFile()
  await standAt(database.look, shop)
  const meanwhile = (times: number): DatabaseSource => ({
    dialect: 'sqlite',
    open: async () => {
      const connection = await database.source.open()
      const exec = async (sql: string) => {
        if (sql === 'begin' && times-- > 0)
          await database.look.exec('update mig_revisions set milliseconds = milliseconds + 1')
        return connection.exec(sql)
      }
      return { ...connection, exec }
    },
  })
  expect((await told(shop, {}, meanwhile(4))).lines).toEqual([])
  await expect(told(shop, {}, meanwhile(10))).rejects.toMatchObject({ code: 'MIG577' })
})
