import { afterEach, describe, expect, test } from 'vitest'
import { PlanFolder } from './plan-folder.ts'

let folder: PlanFolder | undefined
afterEach(() => folder?.remove())

/** Compiles one text, types another, and tells the hazards by their places. */
function hazards(before: string, after: string): readonly string[] {
  folder = new PlanFolder(before)
  folder.compile()
  return folder.told(folder.type('schema.mig', after).hazards)
}

const USERS = 'table users {\n  id int primary\n  mail text\n  phone text?\n}\n'
const ORDERS = 'table orders {\n  id int primary\n  status state\n}\n'
const STATE = 'enum state {\n  open\n  paid\n  sent\n}\n'

describe('a hazard stands on the line that brings it about', () => {
  test.each<[string, string, string, readonly string[]]>([
    [
      'a column under another name: on the new line',
      USERS,
      USERS.replace('mail', 'email'),
      ['MIG227 warning schema.mig:6 [email]', 'MIG201 error schema.mig:6 [email]'],
    ],
    [
      'nothing, once the rename is said',
      USERS,
      USERS.replace('mail text', 'email text was mail'),
      ['MIG231 warning schema.mig:6 [email]'],
    ],
    [
      'a table under another name: on the new table',
      USERS + ORDERS.replace('state', 'text'),
      USERS.replace('users', 'people') + ORDERS.replace('state', 'text'),
      ['MIG202 error schema.mig:4 [people]'],
    ],
    [
      'an enum value under another name: on the new value',
      STATE + ORDERS,
      STATE.replace('sent', 'shipped') + ORDERS,
      [
        'MIG206 error schema.mig:7 [shipped]',
        'MIG226 warning schema.mig:4 [state]',
        'MIG227 warning schema.mig:4 [state]',
      ],
    ],
    [
      'an enum value that is gone: on its enum',
      STATE + ORDERS,
      STATE.replace('  sent\n', '') + ORDERS,
      [
        'MIG207 error schema.mig:4 [state]',
        'MIG226 warning schema.mig:4 [state]',
        'MIG227 warning schema.mig:4 [state]',
      ],
    ],
    [
      'a column that must not be null: on the column, for each target what it does',
      USERS,
      USERS.replace('phone text?', 'phone text'),
      [
        'MIG205 error schema.mig:7 [phone]',
        'MIG224 warning schema.mig:7 [phone]',
        'MIG227 warning schema.mig:7 [phone]',
      ],
    ],
    [
      'a check on rows: on the check',
      USERS,
      USERS.replace('}', '  check short `length(mail) < 80`\n}'),
      [
        'MIG221 warning schema.mig:8 [check short `length(mail) < 80`]',
        'MIG227 warning schema.mig:8 [check short `length(mail) < 80`]',
      ],
    ],
    [
      'a table that is gone and was never seen: on what the revisions made before it',
      `table a {\n  id int primary\n}\n${USERS}table z {\n  id int primary\n}\n`,
      'table a {\n  id int primary\n}\ntable z {\n  id int primary\n}\n',
      ['MIG210 warning schema.mig:4 [a]'],
    ],
    ['the only table is gone: on the project block', USERS, '', ['MIG210 warning schema.mig:1 [project p {]']],
  ])('%s', (_, before, after, expected) => {
    expect(hazards(before, after)).toEqual(expected)
  })
})

test('the message holds lock, rewrite and rows at stake, and the target where it is one of several', () => {
  folder = new PlanFolder(USERS)
  folder.compile()
  const { hazards } = folder.type('schema.mig', USERS.replace('phone text?', 'phone text'))
  expect(hazards.map(({ message, targets }) => [message, targets])).toEqual([
    [
      'users.phone becomes NOT NULL: a row of users that holds null in it makes the migration fail. `select count(*) from users where phone is null` counts them.',
      undefined,
    ],
    [
      'users.phone becomes NOT NULL: Postgres reads all rows of users to make sure, and nobody can read or write it meanwhile. (postgres)',
      ['postgres'],
    ],
    [
      'SQLite copies all rows of users, since it cannot make this change in place; writers to the database wait meanwhile. (sqlite)',
      ['sqlite'],
    ],
  ])
})

test('its data hold what the line that settles it is made of', () => {
  folder = new PlanFolder(USERS)
  folder.compile()
  const { hazards } = folder.type('schema.mig', USERS.replace('mail', 'email'))
  expect(hazards.find(({ code }) => code === 'MIG201')?.data).toEqual({
    object: 'users.email',
    fix: 'rename or drop',
    kind: 'column',
    in: 'users',
    from: 'mail',
    to: 'email',
    others: [],
  })
  const added = folder.type('schema.mig', USERS.replace('phone text?', 'phone text?\n  fax text'))
  expect(added.hazards.find(({ code }) => code === 'MIG204')?.data).toMatchObject({ fix: 'backfill', value: "''" })
})

describe('what is gone from a file that was seen stands where it stood', () => {
  const main = "import './a.mig'\nimport './b.mig'\n"
  const table = (name: string) => `table ${name} {\n  id int primary\n}\n`
  const begin = () => {
    folder = new PlanFolder({
      'schema.mig': main,
      'a.mig': table('a1') + table('a2'),
      'b.mig': table('b1') + table('b2') + table('b3'),
    })
    folder.compile()
    folder.plan()
    return folder
  }

  test('at the declaration before it', () => {
    const { told, type } = bound(begin())
    expect(told(type('b.mig', table('b1') + table('b3')).hazards)).toEqual(['MIG210 warning b.mig:1 [b1]'])
    expect(told(type('b.mig', table('b1')).hazards)).toEqual([
      'MIG210 warning b.mig:1 [b1]',
      'MIG210 warning b.mig:1 [b1]',
    ])
  })

  test('at the beginning of its file when it was the first', () => {
    const { told, type } = bound(begin())
    expect(told(type('b.mig', table('b2') + table('b3')).hazards)).toEqual(['MIG210 warning b.mig:1 [table b2 {]'])
  })

  test('at the project block when the file is no longer read', () => {
    const { told, type } = bound(begin())
    const { hazards } = type('schema.mig', "import './a.mig'\n")
    expect(new Set(told(hazards))).toEqual(new Set(['MIG210 warning schema.mig:1 [project p {]']))
    expect(hazards).toHaveLength(3)
  })
})

/** The methods that a test calls, without their folder before each. */
function bound(one: PlanFolder): Pick<PlanFolder, 'told' | 'type'> {
  return { told: found => one.told(found), type: (name, text) => one.type(name, text) }
}
