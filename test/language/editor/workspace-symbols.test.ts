import { describe, expect, test } from 'vitest'
import { matchScore } from '../../../language/editor/match-score.ts'
import { ProjectModel } from '../../../language/editor/project-model.ts'
import { workspaceSymbols } from '../../../language/editor/workspace-symbols.ts'
import { loadProject } from '../../../language/load.ts'
import { marked } from './marked.ts'
import { prefixes } from './shop.ts'

const TEXTS = {
  'schema.mig': `import './b.mig'
project p {
  targets postgres 14
}
table users {
  id    bigint identity primary
  email text unique
  user_id bigint -> users
}
enum user_state {
  active
}
`,
  'b.mig': `table audit.user_events {
  id bigint primary
  email_sent_at date
  check sane \`id > 0\`
}
mixin emailed {
  email text
}
`,
}

describe('a query', () => {
  const { model } = marked(TEXTS)
  const names = (query: string) => workspaceSymbols([model], query).map(({ name }) => name)
  test.each([
    ['', ['audit.user_events', 'emailed', 'p', 'user_state', 'users']],
    [
      'users',
      [
        'users',
        'users.id',
        'users.email',
        'users.user_id',
        'users.users_pkey',
        'users.users_email_key',
        'users.users_user_id_fkey',
      ],
    ],
    ['email', ['users.email', 'emailed.email', 'emailed', 'audit.user_events.email_sent_at', 'users.users_email_key']],
    ['users.em', ['users.email']],
    ['users em', ['users.email']],
    ['esa', ['audit.user_events.email_sent_at', 'audit.user_events.sane']],
    ['EMAIL_KEY', ['users.users_email_key']],
    ['sane', ['audit.user_events.sane']],
    ['active', ['user_state.active']],
    ['nothing like it', []],
  ])('%s', (query, expected) => {
    const found = names(query)
    expect(found.slice(0, Math.max(1, expected.length))).toEqual(expected)
  })

  test('a symbol says what it is and where it stands', () => {
    const [first] = workspaceSymbols([model], 'email_sent_at')
    expect(first).toMatchObject({
      name: 'audit.user_events.email_sent_at',
      containerName: 'column of audit.user_events',
      location: {
        uri: 'file:///project/b.mig',
        range: { start: { line: 2, character: 2 }, end: { line: 2, character: 15 } },
      },
    })
    expect(workspaceSymbols([model], 'users_email_key')[0]).toMatchObject({
      containerName: 'unique key of users',
      location: { uri: 'file:///project/schema.mig', range: { start: { line: 6, character: 13 } } },
    })
  })
})

test.each([
  ['the whole name before its beginning', 'user', ['user', 'users', 'app_user']],
  ['the beginning of a word before the middle of one', 'mail', ['a_mail', 'email']],
  ['letters together before letters apart', 'abc', ['xabcx', 'a_x_b_x_c']],
  ['the shorter one first', 'us', ['users', 'user_events']],
])('%s', (_, query, names) => {
  const scores = names.map(name => matchScore(query, name, 0)!)
  expect(scores).toEqual([...scores].sort((a, b) => b - a))
  expect(new Set(scores).size).toBe(scores.length)
})

test('a thousand tables of ten columns: quick, and not all of them', () => {
  const table = (at: number) =>
    `table table_${at} {\n${Array.from({ length: 10 }, (_, c) => `  column_${c} int unique\n`).join('')}}\n`
  const text = `project p {\n  targets sqlite\n}\n${Array.from({ length: 1000 }, (_, at) => table(at)).join('')}`
  const model = new ProjectModel(
    loadProject('/p/schema.mig', () => text),
    () => undefined,
  )
  workspaceSymbols([model], 'x')
  const start = performance.now()
  const found = workspaceSymbols([model], 'tcol9')
  expect(performance.now() - start).toBeLessThan(400)
  expect(found).toHaveLength(200)
})

test('every prefix: nothing is thrown', () => {
  for (const { model } of prefixes(31)) expect(workspaceSymbols([model], 'cus').length).toBeLessThan(200)
})
