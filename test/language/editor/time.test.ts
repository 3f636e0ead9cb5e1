import { afterAll, describe, expect, test } from 'vitest'
import { loadGraph } from '../../../compiler/revisions/graph.ts'
import type { Step } from '../../../compiler/steps/step.ts'
import type { NameKind } from '../../../language/editor/occurrence.ts'
import type { ObjectHistory } from '../../../language/editor/time/life.ts'
import { historyOf } from '../../../language/editor/time/object-history.ts'
import { timeIn, timeOf } from '../../../language/editor/time/time-of.ts'
import { marked } from './marked.ts'
import { pastOfTexts } from './past-of.ts'
import { RevisionProject } from './revision-project.ts'

/** A history in short: `1` came, `~2 mail` renamed from `mail` in the second, `!3` last changed in the third. */
function short(history: ObjectHistory | undefined): string {
  if (history === undefined) return ''
  const at = (moment: { readonly message: string }) => moment.message.replace('change ', '')
  const renames = history.renames.map(({ from, moment }) => `~${at(moment)} ${from}`)
  return [at(history.came), ...renames, ...(history.changed ? [`!${at(history.changed)}`] : [])].join(' ')
}

const POSTGRES = 'project p {\n  targets postgres 14\n}\n'

const past = pastOfTexts(
  ...[
    `enum status {
  open
  done
}
table clients {
  id int primary
  mail text unique
  state status default open
  check positive \`id > 0\`
}
`,
    `enum state was status {
  open
  shut was done
  lost
}
table customers was clients {
  id int primary
  mail text unique
  state state default open
  phone text?
  check positive \`id > 0\`
  index by_phone (phone)
}
`,
    `schema shop
enum state {
  open
  shut
  lost
}
table shop.customers was customers {
  id int primary
  email text unique was mail
  state state default open
  phone varchar(40)? convert \`substr(phone, 1, 40)\` revert \`phone\`
  check above_zero \`id > 0\` was positive
  index phones (phone) was by_phone
}
view names = \`select email from shop.customers\`
`,
    `schema sales was shop
enum state {
  open
  shut
  lost
}
table sales.customers {
  id int primary
  email text unique
  state state default open
  phone varchar(40)?
  check above_zero \`id > 0\`
  index phones (phone)
}
view people was names = \`select email from sales.customers\`
`,
  ].map(text => POSTGRES + text),
)

describe('the history of an object', () => {
  test.each<[string, NameKind | undefined, string]>([
    ['sales', 'schema', '3 ~4 shop'],
    ['sales.customers', undefined, '1 ~2 clients ~3 customers ~4 shop.customers !3'],
    ['sales.customers.id', undefined, '1'],
    ['sales.customers.email', undefined, '1 ~3 mail'],
    ['sales.customers.phone', undefined, '2 !3'],
    ['sales.customers.customers_email_key', 'constraint', '1 ~2 clients_mail_key ~3 customers_mail_key'],
    ['sales.customers.above_zero', undefined, '1 ~3 positive'],
    ['sales.customers.phones', undefined, '2 ~3 by_phone'],
    ['state', 'enum', '1 ~2 status !2'],
    ['state.open', undefined, '1'],
    ['state.shut', undefined, '1 ~2 done'],
    ['state.lost', undefined, '2'],
    ['people', 'view', '3 ~4 names'],
    ['people', 'table', ''],
    ['customers', undefined, ''],
    ['sales.customers.mail', undefined, ''],
    ['nothing', undefined, ''],
  ])('%s %s: %s', (key, kind, expected) => {
    expect(short(historyOf(past, key, kind))).toBe(expected)
  })

  test('an object that was dropped and made again came when it was made again', () => {
    const again = pastOfTexts(
      'table a {\n  id int\n}\n',
      'table b {\n  id int\n}\ndropped table a\n',
      'table a {\n  id int\n}\ntable b {\n  id int\n}\n',
    )
    expect(short(historyOf(again, 'a'))).toBe('3')
    expect(short(historyOf(again, 'a.id'))).toBe('3')
  })

  test('names that two columns swap take their histories along', () => {
    const swapped = pastOfTexts(
      'table t {\n  a int\n}\n',
      'table t {\n  a int\n  b int\n}\n',
      'table t {\n  a int was b\n  b int was a\n}\n',
    )
    expect(short(historyOf(swapped, 't.a'))).toMatch(/^2 ~3 /)
    expect(short(historyOf(swapped, 't.b'))).toMatch(/^1 ~3 /)
  })

  test('a table and a key can have the name of a column', () => {
    const named = pastOfTexts('table t {\n  email text\n}\n', 'table t {\n  email text\n  unique email (email)\n}\n')
    expect(short(historyOf(named, 't.email'))).toBe('1')
    expect(short(historyOf(named, 't.email', 'constraint'))).toBe('2')
  })

  test('is worked out once', () => {
    expect(historyOf(past, 'state')).toBe(historyOf(past, 'state'))
  })
})

describe('time as a hover says it', () => {
  const mail = pastOfTexts(
    'table users {\n  id int primary\n  mail text\n}\n',
    'table users {\n  id int primary\n  email text was mail\n}\n',
    'table users {\n  id int primary\n  email varchar(90) convert `email` revert `email`\n}\n',
  )
  const [one, two, three] = [...mail.revisions.values()]
  const day = '2026-01-05'

  test('with links to the steps and to the schema', () => {
    const [a, b, c] = [one, two, three].map(stored => stored!.revision.id)
    expect(timeOf(mail)('users.email')).toBe(
      `since [*change 1*](file://${one!.file}#L4) (${a}, ${day}); ` +
        `renamed from \`mail\` in [*change 2*](file://${two!.file}#L6) (${b}, ${day}); ` +
        `last changed in [*change 3*](file://${three!.file}#L${three!.stepLines![0]}) (${c}, ${day}): \`alter column users.email\`` +
        ` · [schema at ${c}](mig-schema:///project/migrations/${c}.mig)`,
    )
  })

  test('a table that moves with its schema and is renamed in one revision is renamed once', () => {
    const own = (name: string) => `${POSTGRES.replace('}', `  default_schema ${name}\n}`)}schema ${name}`
    const moved = pastOfTexts(
      `${own('conf')}\ntable events {\n  id int primary\n}\n`,
      `${own('app')} was conf\ntable conferences was events {\n  id int primary\n}\n`,
    )
    expect(timeOf(moved)('app.conferences')?.match(/renamed from `[^`]+`/g)).toEqual(['renamed from `conf.events`'])
  })

  test('nothing for what no revision made', () => {
    expect(timeOf(mail)('users.phone')).toBeUndefined()
  })

  test.each([
    ['a column', 'users.mail', 'users.mail', 'table users {\n  id int primary\n  mail varchar(90) was email\n}\n'],
    [
      'its table',
      'people.email',
      'users.email',
      'table people was users {\n  id int primary\n  email varchar(90)\n}\n',
    ],
    [
      'both',
      'people.mail',
      'users.mail',
      'table people was users {\n  id int primary\n  mail varchar(90) was email\n}\n',
    ],
  ])('what the text renames, %s, is known by its old name', (_, key, __, text) => {
    const { model } = marked(text, () => mail)
    expect(timeIn(model)(key)).toContain('renamed from `mail`')
  })

  test('without a past there is no time', () => {
    expect(timeIn(marked('table t {\n  id int\n}\n').model)('t')).toBeUndefined()
  })
})

describe('branches', () => {
  const project = new RevisionProject()
  afterAll(() => project.end())
  const users = (...members: string[]) =>
    `table users {\n  id int primary\n${members.map(one => `  ${one}\n`).join('')}}\n`
  const a = project.compile(users('mail text'), 'change 1')
  project.compile(users('mail text', 'age int?'), 'change 2')
  project.compile(users('email text was mail'), 'change 3', a)
  const told = (key: string) => short(historyOf(project.model.past!, key))

  test('both heads are followed', () => {
    expect(project.model.past!.heads).toHaveLength(2)
    expect([told('users'), told('users.email'), told('users.age')]).toEqual(['1 !3', '1 ~3 mail', '2'])
  })

  test('what stands on a merge goes on from both', () => {
    project.schema(users('email text', 'age int?'))
    project.merge('change 4')
    project.compile(users('email text', 'years int? was age'), 'change 5')
    expect([told('users'), told('users.email'), told('users.years'), told('users.age')]).toEqual([
      '1 !5',
      '1 ~3 mail',
      '2 ~5 age',
      '',
    ])
  })
})

test('a thousand revisions are gone through once', () => {
  const past = pastOfTexts('table t {\n  c0 int\n}\n')
  const [first] = past.revisions.values()
  const revisions = new Map([[first!.revision.id, first!]])
  for (let at = 1; at <= 1_000; at++) {
    const steps: Step[] = [{ kind: 'rename column', table: { name: 't' }, from: `c${at - 1}`, to: `c${at}` }]
    const parents = [[...revisions.keys()].at(-1)!]
    const revision = { ...first!.revision, id: `r${at}`, message: `change ${at + 1}`, parents, steps }
    revisions.set(revision.id, { ...first!, revision })
  }
  const graph = loadGraph([...revisions.values()].map(({ revision }) => revision))
  const history = historyOf({ ...past, graph, revisions }, 't.c1000')!
  expect(history.came.message).toBe('change 1')
  expect(history.renames.map(({ from }) => from)).toEqual(Array.from({ length: 1_000 }, (_, at) => `c${at}`))
})
