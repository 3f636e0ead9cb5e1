import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { HintedKind, RenameHint } from '../../../compiler/diff/hints.ts'
import type { Step } from '../../../compiler/steps/step.ts'
import type { TestEngine } from '../../engines/test-engine.ts'
import { ENGINES } from './engines.ts'
import { roundTrip, sqlOf } from './round-trip.ts'
import { check, col, foreign, id, index, schemaOf, table, trigger, unique, view } from './schema-of.ts'

const TOUCH = `create function touch() returns trigger language plpgsql as 'begin return new; end'`

describe.each(ENGINES)('renames on %s', (_, start) => {
  let engine: TestEngine
  beforeAll(async () => {
    engine = await start()
  })
  afterAll(() => engine.close())

  const was = (kind: HintedKind, from: string, to: string, inside?: string): RenameHint => ({
    kind,
    from,
    to,
    ...(inside !== undefined && { in: inside }),
    place: 0,
  })

  /** Two tables, their made names made from `one` and its column `key`. */
  const pair = (one: string, key = 'email') => {
    return schemaOf({
      tables: [
        table(one, [
          ...id(one),
          col(key, 'text'),
          col('age', 'int?'),
          unique(`${one}_${key}_key`, key),
          unique('kept_name', key, 'age'),
          check(`${one}_age_check`, 'age > 0'),
          index(`${one}_${key}_idx`, [key], { where: { all: `${key} <> ''` } }),
          index(`${one}_lower_idx`, [`(lower(${key}))`]),
        ]),
        table('posts', [...id('posts'), col('author', 'bigint'), foreign('posts_author_fkey', 'author', one)]),
      ],
      views: [view('authors', `select p.id, u.${key} from ${one} u join posts p on p.author = u.id`)],
      triggers: [
        trigger(
          'touch',
          one,
          `before update of ${key} for each row when (new.${key} <> old.${key}) execute function touch()`,
        ),
      ],
    })
  }

  test('a table is renamed, and all that was named after it', async () => {
    const { up } = await roundTrip(engine, {
      setup: [TOUCH],
      before: pair('users'),
      after: pair('people'),
      hints: { renames: [was('table', 'users', 'people')] },
      rows: [`insert into users (email) values ('a')`, 'insert into posts (author) values (1)'],
      kept: ['select * from authors', 'select * from posts'],
    })
    expect(sqlOf(up)).toEqual([
      'alter table users rename to people',
      'alter table people rename constraint users_pkey to people_pkey',
      'alter table people rename constraint users_email_key to people_email_key',
      'alter table people rename constraint users_age_check to people_age_check',
      'alter index users_email_idx rename to people_email_idx',
      'alter index users_lower_idx rename to people_lower_idx',
      'alter sequence if exists users_id_seq rename to people_id_seq',
    ])
  })

  test('a column is renamed, the views that show it and the views on those as well', async () => {
    const of = (key: string) =>
      schemaOf({
        ...objects(pair('users', key)),
        views: [
          ...pair('users', key).views.values(),
          view('upon', `select ${key} from authors`, { comment: 'top' }),
          view('counted', `select count(${key}), 'email' as word from users`),
          view('aliased', `select ${key} as shown from users`),
          view('starred', 'select * from users'),
          view('joined', `select * from users join posts using (id)`),
          view('unnamed', `select ${key} || 'x' from users`),
        ],
      })
    const { up } = await roundTrip(engine, {
      setup: [TOUCH],
      before: of('email'),
      after: of('mail'),
      hints: { renames: [was('column', 'email', 'mail', 'users')] },
      rows: [`insert into users (email) values ('a')`, 'insert into posts (author) values (1)'],
      kept: ['select * from authors', 'select * from posts'],
    })
    const made = sqlOf(up)
    expect(made.slice(0, 4)).toEqual([
      'alter table users rename column email to mail',
      'alter table users rename constraint users_email_key to users_mail_key',
      'alter index users_email_idx rename to users_mail_idx',
      'alter view authors rename column email to mail',
    ])
    expect(made).toContain('alter view upon rename column email to mail')
    expect(made).toContain('alter view starred rename column email to mail')
    expect(made.filter(one => /(drop|create) view/.test(one)).map(one => one.split('\n')[0])).toEqual([
      'drop view joined',
      'create view joined as',
    ])
  })

  test('names change places', async () => {
    const of = (one: string, two: string, a: string, b: string) =>
      schemaOf({
        tables: [
          table(one, [...id(one), col(a, 'int'), col(b, 'text'), unique(`${one}_${a}_key`, a)]),
          table(two, [...id(two), col('x', 'int')]),
        ],
      })
    await roundTrip(engine, {
      before: of('users', 'people', 'a', 'b'),
      after: of('people', 'users', 'b', 'a'),
      hints: {
        renames: [
          was('table', 'users', 'people'),
          was('table', 'people', 'users'),
          was('column', 'a', 'b', 'people'),
          was('column', 'b', 'a', 'people'),
        ],
      },
      rows: [`insert into users (a, b) values (1, 'x')`, 'insert into people (x) values (2)'],
      kept: ['select a, b from users', 'select x from people'],
    })
  })

  test('keys, indexes, views and triggers are renamed by themselves', async () => {
    const of = (suffix: string) =>
      schemaOf({
        tables: [
          table('users', [
            col('id', 'int'),
            { kind: 'primary', name: `pk${suffix}`, columns: ['id'] },
            check(`c${suffix}`, 'id > 0'),
            index(`i${suffix}`, ['id']),
          ]),
        ],
        views: [view(`v${suffix}`, 'select id from users'), view('w', `select id from v${suffix}`)],
        triggers: [trigger(`t${suffix}`, 'users', 'after insert for each row execute function touch()')],
      })
    const { up } = await roundTrip(engine, {
      setup: [TOUCH],
      before: of('1'),
      after: of('2'),
      hints: {
        renames: [
          was('constraint', 'pk1', 'pk2', 'users'),
          was('constraint', 'c1', 'c2', 'users'),
          was('index', 'i1', 'i2', 'users'),
          was('view', 'v1', 'v2'),
          was('trigger', 't1', 't2', 'users'),
        ],
      },
      rows: ['insert into users values (1)'],
      kept: ['select * from w'],
    })
    expect([...sqlOf(up)].sort()).toEqual([
      'alter index i1 rename to i2',
      'alter table users rename constraint c1 to c2',
      'alter table users rename constraint pk1 to pk2',
      'alter trigger t1 on users rename to t2',
      'alter view v1 rename to v2',
    ])
  })

  test('a table moves to another schema', async () => {
    const of = (users: string) =>
      schemaOf({
        schemas: [{ name: 'audit' }],
        tables: [
          table(users, [...id('users'), col('a', 'text'), index('users_a_idx', ['a'])]),
          table('posts', [col('u', 'bigint'), foreign('posts_u_fkey', 'u', users)]),
        ],
        views: [view('v', `select a from ${users}`)],
      })
    const { up } = await roundTrip(engine, {
      before: of('users'),
      after: of('audit.users'),
      hints: { renames: [was('table', 'users', 'audit.users')] },
      rows: [`insert into users (a) values ('x')`],
      kept: ['select * from v'],
    })
    expect(sqlOf(up)).toEqual(['alter table users set schema audit'])
  })

  test('a rename and everything else at once', async () => {
    const before = schemaOf({
      tables: [
        table('users', [
          ...id('users'),
          col('mail', 'varchar(20)?'),
          col('twice', 'text?', { generated: { sql: { all: `mail || mail` }, stored: true } }),
          index('users_mail_idx', ['mail']),
          check('users_mail_check', `mail <> ''`),
        ]),
      ],
      views: [view('mails', 'select mail, twice from users')],
    })
    const after = schemaOf({
      tables: [
        table('people', [
          ...id('people'),
          col('email', 'text'),
          col('twice', 'text?', { generated: { sql: { all: `email || email` }, stored: true } }),
          col('nick', 'text?'),
          index('people_email_idx', ['email']),
          check('people_email_check', `email <> ''`),
        ]),
      ],
      views: [view('mails', 'select email, twice, nick from people')],
    })
    await roundTrip(engine, {
      before,
      after,
      hints: {
        renames: [was('table', 'users', 'people'), was('column', 'mail', 'email', 'people')],
        fills: [{ in: 'people', column: 'email', value: { kind: 'string', value: '?' }, place: 0 }],
      },
      rows: [`insert into users (mail) values ('a')`],
      kept: ['select * from mails'],
    })
  })

  test('what only others hold is renamed without a word', async () => {
    const of = (t: string, c: string) =>
      schemaOf({
        tables: [
          { ...table(t, id(t)), only: 'sqlite' },
          table('users', [...id('users'), { ...col(c, 'int'), only: 'sqlite' }]),
        ],
      })
    const { up } = await roundTrip(engine, {
      before: of('a', 'x'),
      after: of('b', 'y'),
      hints: { renames: [was('table', 'a', 'b'), was('column', 'x', 'y', 'users')] },
    })
    expect(up).toEqual([])
  })

  test('a table takes the name of one that goes', async () => {
    const before = schemaOf({ tables: [table('a', [...id('a'), col('x', 'int')]), table('b', id('b'))] })
    const after = schemaOf({ tables: [table('b', [...id('b'), col('x', 'int')])] })
    const steps: readonly Step[] = [
      { kind: 'drop table', table: before.tables.get('b')! },
      { kind: 'rename table', from: { name: 'a' }, to: { name: 'b' } },
    ]
    await roundTrip(engine, { before, after, steps, rows: ['insert into a (x) values (1)'], kept: ['select * from a'] })
  })
})

function objects(schema: ReturnType<typeof schemaOf>) {
  return { tables: [...schema.tables.values()], triggers: [...schema.triggers.values()] }
}
