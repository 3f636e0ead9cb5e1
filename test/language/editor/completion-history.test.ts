import { describe, expect, test } from 'vitest'
import { type Case, complete, expectLabels, halfTyped, inRevision, labels } from './complete.ts'
import { pastOfTexts } from './past-of.ts'

const NUMBERS = ['smallint', 'int', 'bigint']

describe('completion knows the past', () => {
  const past = pastOfTexts(`
enum status {
  open
  shut
  lost
}
schema old only postgres
table users {
  id bigint primary
  mail text
  age text
  nick text?
  code text
  unique users_mail (mail)
  index users_age (age)
}
table orders {
  id bigint primary
  total int
}
view totals = \`select total from orders\`
`)
  const USERS = (line: string) =>
    `enum status {\n  open\n}\ntable users {\n  id bigint primary\n  nick text\n  ${line}\n}\n`
  const ENUM = (line: string) => `enum status {\n  open\n  ${line}\n}\n`
  const CASES: readonly Case[] = [
    [USERS('email text <>'), { first: ['was', 'backfill'], not: ['convert', 'revert'] }],
    [USERS('email text was <>'), { only: ['mail', 'age', 'code'] }],
    [USERS('email text? <>'), { has: ['was'], not: ['backfill', 'convert'] }],
    [USERS('age smallint <>'), { first: ['convert'], not: ['was', 'backfill', 'revert'] }],
    [USERS('age smallint convert `1` <>'), { has: ['revert'], not: ['convert'] }],
    [USERS('age text <>'), { not: ['convert', 'was', 'backfill'] }],
    [USERS('agee int was age <>'), { has: ['convert'], not: ['was'] }],
    [USERS('email text backfill <>'), { first: ["''"], not: ['null'] }],
    [USERS('<>'), { has: ['dropped'] }],
    [USERS('dropped <>'), { first: ['mail', 'age', 'code'], has: ['users_mail', 'users_age'] }],
    [USERS('dropped mail <>'), { has: ['backfill'] }],
    [USERS('unique users_email (nick) <>'), { has: ['was'] }],
    [USERS('unique users_email (nick) was <>'), { only: ['users_mail'] }],
    [USERS('index users_nick (nick) was <>'), { only: ['users_age'] }],
    [ENUM('<>'), { only: ['removed', 'dropped'] }],
    [ENUM('removed <>'), { only: ['shut', 'lost'] }],
    [ENUM('removed shut <>'), { only: ['->'] }],
    [ENUM('removed shut -> <>'), { only: ['open'] }],
    [ENUM('closed <>'), { only: ['was'] }],
    [ENUM('closed was <>'), { only: ['lost', 'shut'] }],
    [ENUM('dropped <>'), { only: ['shut', 'lost'] }],
    ['dropped <>', { has: ['table', 'enum', 'view', 'schema', 'trigger'] }],
    ['dropped table <>', { only: ['users', 'orders'] }],
    ['dropped enum <>', { only: ['status'] }],
    ['dropped view <>', { only: ['totals'] }],
    ['dropped schema <>', { only: ['old'] }],
    ['table sales <>', { has: ['was'] }],
    ['table sales was <> {\n  id bigint primary\n  total int\n}', { has: ['orders', 'users'] }],
    ['enum state was <> {\n}', { only: ['status'] }],
    ['view sums was <> = `select 1`', { only: ['totals'] }],
    ['schema new was <>', { only: ['old'] }],
  ]
  test.each(CASES)('%j', (text, expected) => {
    expectLabels(labels(complete(text, past)), expected)
    for (const half of halfTyped(text)) expectLabels(labels(complete(half, past)), expected)
  })
})

describe('completion of revisions', () => {
  const past = pastOfTexts(
    'table users {\n  id bigint primary\n  email text unique\n  "odd name" int?\n}\nenum state {\n  on\n}\n',
    'table users {\n  id bigint primary\n  email text unique\n  "odd name" int?\n  age int?\n}\nenum state {\n  on\n}\n',
  )
  const [first, head] = [...past.revisions.keys()] as [string, string]
  const HEAD = `revision 1abc 'more'\ncreated 2026-01-05T05:30:00Z\n`
  const CASES: readonly Case[] = [
    ['<>', { first: ['revision'], not: ['table', 'project'] }],
    ["revision 1abc 'more' <>", { only: ['after'] }],
    ["revision 1abc 'more' after <>", { only: [head, first] }],
    [`revision 1abc 'more' after ${head}, <>`, { only: [first] }],
    [`revision 1abc 'more' after ${head.slice(0, 3)}<>`, { first: [head] }],
    [
      `${HEAD}<>`,
      {
        has: ['create', 'drop', 'add', 'rename', 'alter', 'sql', 'label', 'needs', 'allow'],
        not: ['table', 'revision', 'created'],
      },
    ],
    [`${HEAD}needs <>`, { first: [head, first] }],
    [
      `${HEAD}create <>`,
      { has: ['schema', 'extension', 'enum', 'table', 'view', 'trigger', 'function', 'domain', 'policy', 'grant'] },
    ],
    [`${HEAD}add <>`, { only: ['column', 'constraint', 'index'] }],
    [`${HEAD}add column <>`, { only: ['users'] }],
    [`${HEAD}add column users: x <>`, { first: NUMBERS }],
    [`${HEAD}add column users: x text <>`, { has: ['backfill', 'default'], not: ['was'] }],
    [`${HEAD}add constraint users: <>`, { only: ['primary', 'unique', 'foreign', 'check', 'exclude'] }],
    [`${HEAD}add constraint users: unique (<>)`, { only: ['id', 'email', 'odd name', 'age'] }],
    [`${HEAD}drop column users: <>`, { only: ['id', 'email', 'odd name', 'age'] }],
    [`${HEAD}alter column users: <>`, { only: ['id', 'email', 'odd name', 'age'] }],
    [`${HEAD}rename <>`, { has: ['column', 'table', 'index'] }],
    [`${HEAD}rename column <>`, { only: ['users'] }],
    [`${HEAD}rename column users.<>`, { only: ['id', 'email', 'odd name', 'age'] }],
    [`${HEAD}rename table <>`, { only: ['users'] }],
    [`${HEAD}rename enum <>`, { only: ['state'] }],
    [`${HEAD}rename table users <>`, { only: ['to'] }],
    [`${HEAD}allow <>`, { first: ['MIG201'], has: ['MIG210', 'MIG204'] }],
    [`${HEAD}add column users: phone text\nallow MIG204 <>`, { only: ['users.phone'] }],
    [`${HEAD}sql 'x' {\n  <>\n}`, { only: ['up', 'down'] }],
    [`${HEAD}sql 'x' {\n  down <>\n}`, { has: ['none', '`…`'] }],
    [`${HEAD}alter enum state {\n  on\n} to {\n  on\n  <>\n}`, { has: ['moves', 'renames', 'removed'] }],
    [`${HEAD}alter enum state {\n  on\n} <>`, { only: ['to'] }],
  ]
  test.each(CASES)('%j', (text, expected) => {
    expectLabels(labels(inRevision(text, past)), expected)
    expectLabels(labels(inRevision(text.replace(/<>[^\n]*/, '<>'), past)), expected)
  })
})

test('a step that drops a column holds the whole line', () => {
  const past = pastOfTexts("table users {\n  id bigint primary\n  email text default 'x'\n}\n")
  const found = inRevision("revision a 'b'\ndrop column users: <>", past).find(item => item.label === 'email')
  expect(found!.textEdit!.newText).toBe("email text default 'x'")
})
