import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Step } from '../../../compiler/steps/step.ts'
import type { TestEngine } from '../../engines/test-engine.ts'
import { ENGINES } from './engines.ts'
import { roundTrip, sqlOf } from './round-trip.ts'
import { check, col, foreign, id, index, number, schemaOf, sql, table, text, unique, view } from './schema-of.ts'

describe.each(ENGINES)('columns on %s', (_, start) => {
  let engine: TestEngine
  beforeAll(async () => {
    engine = await start()
  })
  afterAll(() => engine.close())

  const users = (...more: Parameters<typeof table>[1]) =>
    schemaOf({ tables: [table('users', [...id('users'), ...more])] })
  const fill = (column: string, value: ReturnType<typeof text>, down = false) => ({
    fills: [{ in: 'users', column, value, ...(down && { down: true as const }), place: 0 }],
  })
  const convert = (column: string, there: string, back?: string) => ({
    converts: [{ in: 'users', column, convert: { all: there }, ...(back && { revert: { all: back } }), place: 0 }],
  })

  test('a nullable column comes and goes', async () => {
    const { up, down } = await roundTrip(engine, {
      before: users(),
      after: users(col('nick', 'text?', { comment: "it's" })),
      rows: ['insert into users default values'],
      kept: ['select id from users'],
    })
    expect(sqlOf(up)).toEqual(['alter table users add column nick text', "comment on column users.nick is 'it''s'"])
    expect(down).toEqual([
      {
        sql: 'alter table users drop column nick',
        about: 'drop column users.nick',
        transaction: true,
        lossy: 'the values of users.nick',
      },
    ])
  })

  test('a new NOT NULL column with a constant for the rows gets it through a default that goes again', async () => {
    const { up } = await roundTrip(engine, {
      before: users(),
      after: users(col('country', 'char(2)')),
      hints: fill('country', text('US')),
      rows: ['insert into users default values'],
      answers: { 'select country from users': [{ country: 'US' }] },
    })
    expect(sqlOf(up)).toEqual([
      "alter table users add column country char(2) not null default 'US'",
      'alter table users alter column country drop default',
    ])
  })

  test('the value for the rows gives way to the default', async () => {
    const { up } = await roundTrip(engine, {
      before: users(),
      after: users(col('country', 'text', { default: text('DE') })),
      hints: fill('country', text('US')),
      rows: ['insert into users default values'],
      answers: { 'select country from users': [{ country: 'US' }] },
    })
    expect(sqlOf(up).at(-1)).toBe("alter table users alter column country set default 'DE'")
  })

  test('a value that is worked out from the row', async () => {
    const { up } = await roundTrip(engine, {
      before: users(col('first', 'text'), col('last', 'text')),
      after: users(col('first', 'text'), col('last', 'text'), col('full', 'text')),
      hints: fill('full', sql(`first || ' ' || last`)),
      rows: [`insert into users (first, last) values ('Ada', 'Lovelace')`],
      answers: { 'select "full" from users': [{ full: 'Ada Lovelace' }] },
    })
    expect(sqlOf(up)).toEqual([
      'alter table users add column "full" text',
      `update users set "full" = first || ' ' || last`,
      'alter table users alter column "full" set not null',
    ])
  })

  test('a value that every row gets for itself', async () => {
    await roundTrip(engine, {
      before: users(),
      after: users(col('token', 'uuid')),
      hints: fill('token', { kind: 'call', name: 'uuid' }),
      rows: ['insert into users default values', 'insert into users default values'],
      answers: { 'select count(distinct token)::int as n from users': [{ n: 2 }] },
    })
  })

  test('a NOT NULL column without any value comes to an empty table only', async () => {
    const before = users(col('age', 'int'))
    const after = users()
    const steps: readonly Step[] = [{ kind: 'drop column', table: { name: 'users' }, column: col('age', 'int') }]
    const { down } = await roundTrip(engine, { before, after, steps })
    await engine.run(['insert into users default values', 'insert into users default values'])
    await expect(engine.run(down)).rejects.toThrow(/MIG501: users holds 2 rows and its new column age has no value/)
    expect(sqlOf(down).at(-1)).toBe('alter table users add column age integer not null')
  })

  test('a column that comes back takes the value that was written for it', async () => {
    await roundTrip(engine, {
      before: users(col('age', 'int')),
      after: users(),
      hints: fill('age', number('0'), true),
      rows: ['insert into users (age) values (7)'],
      kept: ['select id from users'],
    })
  })

  test('a dropped column takes its indexes, keys and checks along, one by one', async () => {
    const { up } = await roundTrip(engine, {
      before: users(
        col('a', 'int?'),
        col('b', 'int?'),
        unique('users_a_b_key', 'a', 'b'),
        check('users_check', 'a < b'),
        index('users_b_idx', ['b'], { where: { all: 'a > 0' } }),
      ),
      after: users(col('b', 'int?')),
    })
    expect(sqlOf(up)).toEqual([
      'alter table users drop constraint users_a_b_key',
      'alter table users drop constraint users_check',
      'drop index users_b_idx',
      'alter table users drop column a',
    ])
  })

  test('a column becomes NOT NULL after its nulls have been filled', async () => {
    const { up } = await roundTrip(engine, {
      before: users(col('age', 'int?')),
      after: users(col('age', 'int')),
      hints: fill('age', number('0')),
      rows: ['insert into users (age) values (null), (3)'],
      answers: { 'select age from users order by age': [{ age: 0 }, { age: 3 }] },
    })
    expect(sqlOf(up)).toEqual([
      'update users set age = 0 where age is null',
      'alter table users alter column age set not null',
    ])
  })

  test('type, default and NOT NULL change in one statement', async () => {
    const { up, down } = await roundTrip(engine, {
      before: users(col('age', 'text?', { default: text('7') })),
      after: users(col('age', 'smallint', { default: number('7') })),
      hints: convert('age', `cast(nullif(age, '') as smallint)`, 'cast(age as text)'),
      rows: [`insert into users (age) values ('12')`],
      kept: ['select age from users'],
      answers: { 'select age from users': [{ age: 12 }] },
    })
    expect(sqlOf(up)).toEqual([
      `alter table users
  alter column age drop default,
  alter column age type smallint using (cast(nullif(age, '') as smallint)),
  alter column age set default 7,
  alter column age set not null`,
    ])
    expect(up[0]!.lossy).toBeUndefined()
    expect(down).toHaveLength(1)
  })

  test('columns of one table change together', async () => {
    const { up } = await roundTrip(engine, {
      before: users(col('a', 'int'), col('b', 'varchar(10)'), col('c', 'text?')),
      after: users(col('a', 'bigint'), col('b', 'text'), col('c', 'text?', { comment: 'see' })),
      rows: [`insert into users (a, b) values (1, 'x')`],
      kept: ['select a::int, b, c from users'],
    })
    expect(up.map(one => one.about)).toEqual([
      'alter column users.a; alter column users.b; alter column users.c',
      'alter column users.a; alter column users.b; alter column users.c',
    ])
    expect(up[0]!.sql).toBe('alter table users\n  alter column a type bigint,\n  alter column b type text')
  })

  test.each([
    ['text', 'int', 'using c::integer', `'12'`],
    ['int', 'bool', 'using c::boolean', '1'],
    ['text', 'varchar(3)', undefined, `'abc'`],
    ['text', 'numeric(5,2)', 'using c::numeric', `'12.50'`],
    ['varchar(5)[]', 'text[]', undefined, `'{ab,c}'`],
    ['int[]', 'text[]', undefined, `'{1,2}'`],
    ['timestamp', 'timestamptz', `using c at time zone 'UTC'`, `'2026-01-05 05:30:00'`],
    ['timestamptz', 'date', `using (c at time zone 'UTC')::date`, `'2026-01-05 00:00:00+00'`],
    ['json', 'jsonb', undefined, `'{"a": 1}'`],
    ['`numeric(9, 2)`', '`double precision`', undefined, '1.25'],
    ['inet', 'text', undefined, `'10.0.0.1'`],
    ['bit(3)', 'varbit(3)', undefined, `'101'`],
    ['char(3)', 'varchar(3)', undefined, `'abc'`],
  ])('the type %s becomes %s', async (from, to, using, value) => {
    const { up } = await roundTrip(engine, {
      before: users(col('c', `${from}?`)),
      after: users(col('c', `${to}?`)),
      rows: [`insert into users (c) values (${value}), (null)`],
      kept: ['select c::text from users order by id'],
    })
    expect(up[0]!.sql.split(' using ')[1]).toBe(using?.slice('using '.length))
  })

  test('a type that holds less refuses what does not fit instead of cutting it', async () => {
    const before = users(col('c', 'text?'))
    const { up } = await roundTrip(engine, { before, after: users(col('c', 'varchar(3)?')) })
    await engine.run(sqlOf(await roundTrip(engine, { before, after: before }).then(() => [])))
    await engine.run([`alter table users alter column c type text`, `insert into users (c) values ('abcd')`])
    await expect(engine.run(up)).rejects.toThrow(/value too long/)
  })

  test('a collation comes and goes, with its index', async () => {
    await roundTrip(engine, {
      before: users(col('c', 'text'), index('users_c_idx', ['c']), check('users_c_check', `c > 'a'`)),
      after: users(col('c', 'text', { collate: 'C' }), index('users_c_idx', ['c']), check('users_c_check', `c > 'a'`)),
    })
  })

  test('a column becomes an identity that goes on after its numbers', async () => {
    const rows = (name: string, more: object = {}) => schemaOf({ tables: [table('t', [col(name, 'int', more)])] })
    const { up } = await roundTrip(engine, {
      before: rows('n', { default: number('0') }),
      after: rows('n', { identity: { always: false } }),
      rows: ['insert into t values (41)'],
      kept: ['select * from t'],
    })
    await engine.run(['insert into t default values'])
    expect(await engine.query('select max(n)::int as n from t')).toEqual([{ n: 42 }])
    expect(up).toHaveLength(2)
    await roundTrip(engine, {
      before: rows('n', { identity: { always: false, start: '100', increment: '5' } }),
      after: rows('n', { identity: { always: true, increment: '-2' } }),
    })
  })

  test('a generated column is made again when what it reads changes its type', async () => {
    const of = (type: string) =>
      users(
        col('price', type),
        col('twice', type, { generated: { sql: { all: 'price * 2' }, stored: true }, nullable: true }),
        index('users_twice_idx', ['twice']),
        check('users_twice_check', 'twice >= 0'),
      )
    const { up } = await roundTrip(engine, {
      before: of('int'),
      after: of('bigint'),
      rows: ['insert into users (price) values (4)'],
      kept: ['select price::int, twice::int from users'],
    })
    expect(up.every(one => one.lossy === undefined)).toBe(true)
  })

  test('a column starts and stops being generated', async () => {
    const base = col('a', 'int')
    const generated = (sqlText: string) => col('b', 'int?', { generated: { sql: { all: sqlText }, stored: true } })
    const rows = ['insert into users (a) values (4)']
    const computed = await roundTrip(engine, {
      before: users(base, generated('a + 1')),
      after: users(base, generated('a + 2')),
      rows,
      kept: ['select a, b from users'],
    })
    expect(computed.up.map(one => one.lossy)).toEqual([undefined, undefined])
    const kept = await roundTrip(engine, {
      before: users(base, generated('a + 1')),
      after: users(base, col('b', 'bigint?', { default: number('0') })),
      rows,
      kept: ['select a, b::int from users'],
      answers: { 'select b::int from users': [{ b: 5 }] },
    })
    expect(kept.down.map(one => one.lossy).filter(Boolean)).toEqual(['the values of users.b'])
  })

  test('foreign keys step aside while the types of their columns change', async () => {
    const of = (type: string) =>
      schemaOf({
        tables: [
          table('a', [col('id', type), { kind: 'primary', name: 'a_pkey', columns: ['id'] }]),
          table('b', [col('a_id', type), foreign('b_a_id_fkey', 'a_id', 'a', { onDelete: 'cascade' })]),
        ],
      })
    const { up } = await roundTrip(engine, {
      before: of('int'),
      after: of('text'),
      rows: ['insert into a values (1)', 'insert into b values (1)'],
      kept: ['select a_id::text from b'],
    })
    expect(sqlOf(up)).toEqual([
      'alter table b drop constraint b_a_id_fkey',
      'alter table a alter column id type text',
      'alter table b alter column a_id type text',
      'alter table b add constraint b_a_id_fkey foreign key (a_id) references a (id) on delete cascade',
    ])
  })

  test('views that read all columns get the new one', async () => {
    const views = [
      view('every', 'select * from users'),
      view('upon', 'select * from every where id > 0'),
      view('first', 'select u.*, 1 as one from users u'),
    ]
    const of = (...more: Parameters<typeof table>[1]) =>
      schemaOf({ tables: [table('users', [...id('users'), ...more])], views })
    const { up } = await roundTrip(engine, { before: of(), after: of(col('nick', 'text?')) })
    expect(sqlOf(up).filter(one => one.startsWith('create or replace'))).toHaveLength(2)
  })
})
