import { afterEach, describe, expect, test } from 'vitest'
import { printSqlUri, readSqlUri, type SqlAddress } from '../../../language/editor/plan/sql-uri.ts'
import { PlanFolder } from './plan-folder.ts'

let folder: PlanFolder | undefined
afterEach(() => folder?.remove())

const USERS = 'table users {\n  id int primary\n  mail text\n}\n'
const POSTGRES = 'project p {\n  targets postgres 14\n}\n'
const BOTH = ' | postgres up | postgres down | sqlite up | sqlite down'

function lenses(before: string, after: string): readonly string[] {
  folder = new PlanFolder(before)
  folder.compile()
  return folder.lenses(folder.type('schema.mig', after).lenses)
}

describe('over a declaration stands what the next revision does with it', () => {
  test.each<[string, string, string, readonly string[]]>([
    ['nothing to do, nothing to see', USERS, USERS, []],
    [
      'a rename keeps all data',
      USERS,
      USERS.replace('mail text', 'email text was mail'),
      [`schema.mig:1 1 step in the next revision${BOTH}`, `schema.mig:4 1 step · keeps all data${BOTH}`],
    ],
    [
      'a new table, which the way down drops',
      USERS,
      `${USERS}table posts {\n  id int primary\n}\n`,
      [
        `schema.mig:1 1 step in the next revision${BOTH}`,
        `schema.mig:8 1 step · keeps all data · down loses all rows of posts${BOTH}`,
      ],
    ],
    [
      'a column that goes, and what only one target loses',
      `${USERS}table t {\n  id int primary\n  a text\n  b text only postgres\n}\n`,
      `${USERS}table t {\n  id int primary\n}\n`,
      [
        `schema.mig:1 2 steps in the next revision${BOTH}`,
        `schema.mig:8 2 steps · up loses the values of t.a, the values of t.b in Postgres${BOTH}`,
      ],
    ],
    [
      'a table that goes, at what stood before it',
      `${USERS}table posts {\n  id int primary\n}\n`,
      USERS,
      [
        `schema.mig:1 1 step in the next revision${BOTH}`,
        `schema.mig:4 posts: 1 step · up loses all rows of posts${BOTH}`,
      ],
    ],
    [
      'one target needs no name',
      POSTGRES + USERS,
      POSTGRES + USERS.replace('mail text', 'mail text?'),
      [
        'schema.mig:1 1 step in the next revision | up | down',
        'schema.mig:4 1 step · keeps all data · down loses which rows held null in users.mail | up | down',
      ],
    ],
    [
      'two names that change places belong each to where they end',
      'table a {\n  id int primary\n  x text\n}\ntable b {\n  id int primary\n  y text\n}\n',
      'table b was a {\n  id int primary\n  x text\n  n int?\n}\ntable a was b {\n  id int primary\n  y text\n}\n',
      [
        `schema.mig:1 4 steps in the next revision${BOTH}`,
        `schema.mig:4 3 steps · keeps all data · down loses the values of b.n${BOTH}`,
        `schema.mig:9 1 step · keeps all data${BOTH}`,
      ],
    ],
    [
      'enums, views and triggers have their own',
      USERS,
      `enum mood {\n  ok\n}\n${USERS}view v = \`select id from users\`\n`,
      [
        `schema.mig:1 2 steps in the next revision${BOTH}`,
        `schema.mig:4 1 step · keeps all data${BOTH}`,
        `schema.mig:11 1 step · keeps all data${BOTH}`,
      ],
    ],
  ])('%s', (_, before, after, expected) => {
    expect(lenses(before, after)).toEqual(expected)
  })
})

describe('the SQL behind a lens', () => {
  const sql = (object?: string, more: Partial<SqlAddress> = {}) => {
    const { main, plans } = folder!
    return plans.sql(printSqlUri({ main, dialect: 'postgres', direction: 'up', ...(object && { object }), ...more }))
  }
  const statements = (text: string) => text.split('\n').filter(line => /^(alter|create|drop|update)\b/.test(line))

  test('follows the text', () => {
    folder = new PlanFolder(POSTGRES + USERS)
    folder.compile()
    folder.plans.text(folder.main, POSTGRES + USERS.replace('mail text', 'email text was mail'))
    expect(sql()).toBe(
      [
        '-- The next revision of p, up, for Postgres: 1 step.',
        '-- It follows the schema files while they are typed; `mig compile` writes it.',
        '',
        'begin;',
        '',
        '-- rename column users.mail to email',
        'alter table users rename column mail to email;',
        '',
        'commit;',
        '',
      ].join('\n'),
    )
    folder.plans.text(folder.main, POSTGRES + USERS.replace('mail text', 'post text was mail'))
    expect(sql()).toContain('rename column mail to post;')
    expect(sql(undefined, { direction: 'down' })).toContain('rename column post to mail;')
  })

  test('of one declaration is what the whole holds for it', () => {
    folder = new PlanFolder(`${POSTGRES}${USERS}table b {\n  id int primary\n  x text?\n}\n`)
    folder.compile()
    folder.type(
      'schema.mig',
      `${POSTGRES}${USERS.replace('mail text', 'mail text\n  age int?')}table b {\n  id int primary\n  y text? was x\n}\n`,
    )
    expect(statements(sql())).toEqual([
      'alter table b rename column x to y;',
      'alter table users add column age integer;',
    ])
    expect(statements(sql('users'))).toEqual(['alter table users add column age integer;'])
    expect(statements(sql('b'))).toEqual(['alter table b rename column x to y;'])
    expect(sql('b')).toContain('-- b: 1 step of the next revision of p, up, for Postgres.\n-- 1 statement of the 2 of')
    expect(sql('nothing')).toContain('-- nothing: 0 steps of')
    expect(sql('b', { dialect: 'sqlite' })).toBe('-- SQLite is no target of this project.\n')
  })

  test('stays while a line is half typed, and says so', () => {
    folder = new PlanFolder(POSTGRES + USERS)
    folder.compile()
    folder.type('schema.mig', POSTGRES + USERS.replace('mail text', 'email text was mail'))
    folder.type('schema.mig', POSTGRES + USERS.replace('mail text', 'email tex was mail'))
    expect(sql()).toContain('this is the plan from before them')
    expect(sql()).toContain('rename column mail to email;')
  })

  test('says why there is none', () => {
    folder = new PlanFolder('table users {\n  id in\n}\n')
    expect(sql()).toContain('-- There is no next revision of p, up, for Postgres.\n-- The schema files have errors:\n')
    expect(folder.plans.sql('mig-sql:nonsense')).toBe('-- mig-sql:nonsense names no SQL.\n')
  })

  test('is refused aloud where mig compile refuses', () => {
    folder = new PlanFolder(POSTGRES + USERS)
    folder.compile()
    folder.type('schema.mig', POSTGRES + USERS.replace('mail', 'email'))
    expect(sql()).toContain('-- `mig compile` refuses it as it is: see the errors in the schema files.\n')
  })
})

test.each<SqlAddress>([
  { main: '/shop/schema.mig', dialect: 'postgres', direction: 'up' },
  { main: '/shop/schema.mig', dialect: 'sqlite', direction: 'down', object: 'users' },
  { main: '/a b/ä#?%/schema.mig', dialect: 'postgres', direction: 'down', object: 'audit."order/s %"' },
  { main: '/shop/schema.mig', dialect: 'postgres', direction: 'up', object: 'audit.events' },
])('a URI means what it was made of: %o', address => {
  expect(readSqlUri(printSqlUri(address))).toEqual(address)
})

test('other URIs mean nothing', () => {
  expect(readSqlUri('file:///shop/postgres.up.sql')).toBeUndefined()
  expect(readSqlUri('mig-sql:///shop/schema.mig')).toBeUndefined()
  expect(readSqlUri('mig-sql:///shop/%zz')).toBeUndefined()
})
