import { describe, expect, it } from 'vitest'
import { planChange } from '../../../compiler/compile.ts'
import { loadProject } from '../../../language/load.ts'

const HEAD = 'project p {\n  targets postgres 14, sqlite 3.38\n}\n'
const load = (text: string) =>
  loadProject('/p/schema.mig', path => (path === '/p/schema.mig' ? HEAD + text : undefined))

/** The facts for the editor of each hazard that has some, by its code and object. */
function fixes(before: string, after: string): Readonly<Record<string, unknown>> {
  const { schema, hints } = load(after)
  const plan = planChange({ before: load(before).schema, after: schema, hints, targets: ['postgres', 'sqlite'] })
  return Object.fromEntries(plan.hazards.flatMap(({ code, object, fix }) => (fix ? [[`${code} ${object}`, fix]] : [])))
}

const USERS = 'table users {\n  id int primary\n  mail text\n  phone text\n}\n'
const COLOURED = 'enum colour {\n  red\n  green\n  blue\n}\ntable t {\n  id int primary\n  c colour\n}\n'

describe('the facts of a hazard are those of the line that settles it', () => {
  it.each<[string, string, string, Readonly<Record<string, unknown>>]>([
    [
      'two columns could have been renamed',
      USERS,
      "table users {\n  id int primary\n  phone text\n  email text backfill ''\n  address text backfill ''\n}\n",
      {
        'MIG201 users.email': {
          fix: 'rename or drop',
          kind: 'column',
          in: 'users',
          from: 'mail',
          to: 'email',
          others: ['address'],
        },
        'MIG211 users.mail': { fix: 'say drop', kind: 'column', in: 'users', from: 'mail' },
      },
    ],
    [
      'an enum under another name',
      COLOURED,
      COLOURED.replaceAll('colour', 'color'),
      {
        'MIG203 color': { fix: 'rename or drop', kind: 'enum', from: 'colour', to: 'color', others: [] },
        'MIG208 t.c': {
          fix: 'convert',
          in: 't',
          name: 'c',
          convert: { postgres: 'cast(c as color)', sqlite: 'c' },
          revert: { postgres: 'cast(c as colour)', sqlite: 'c' },
        },
      },
    ],
    [
      'a value under another name',
      COLOURED,
      COLOURED.replace('green', 'lime'),
      {
        'MIG206 colour.green': {
          fix: 'rename or drop',
          kind: 'enum value',
          in: 'colour',
          from: 'green',
          to: 'lime',
          others: [],
        },
      },
    ],
    [
      'a value goes',
      COLOURED,
      COLOURED.replace('  green\n', ''),
      { 'MIG207 colour.green': { fix: 'remove value', in: 'colour', name: 'green', values: ['red', 'blue'] } },
    ],
    [
      'a column must not be null any more',
      USERS.replace('phone text', 'phone text?'),
      USERS,
      { 'MIG205 users.phone': { fix: 'backfill', in: 'users', name: 'phone', value: "''" } },
    ],
    [
      'a table goes',
      `${USERS}table posts {\n  id int primary\n  title text\n}\n`,
      USERS,
      { 'MIG210 posts': { fix: 'say drop', kind: 'table', from: 'posts' } },
    ],
    [
      'a column goes whose check may refuse its value on the way back',
      'table t {\n  id int primary\n  n int check `n > 0`\n}\n',
      'table t {\n  id int primary\n}\n',
      {
        'MIG211 t.n': { fix: 'say drop', kind: 'column', in: 't', from: 'n' },
        'MIG235 t.n': { fix: 'backfill', in: 't', name: 'n', value: '0', down: true },
      },
    ],
  ])('%s', (_, before, after, expected) => {
    expect(fixes(before, after)).toMatchObject(expected)
  })

  it('and a copy in SQLite says which line asks for it', () => {
    const { schema, hints } = load(USERS.replace('phone text', 'phone text?'))
    const plan = planChange({ before: load(USERS).schema, after: schema, hints, targets: ['sqlite'] })
    expect(plan.hazards.find(({ code }) => code === 'MIG227')).toMatchObject({ object: 'users', cause: 'users.phone' })
  })
})
