import { expect, test } from 'vitest'
import { type Case, complete, expectLabels, labels } from './complete.ts'

const WORLD = `project p {
  targets postgres 15
}
table orders {
  id bigint identity primary
  price decimal
  state text
}
sequence numbers
function full_price(price numeric) returns numeric = \`select price\`
function touch() returns trigger language plpgsql = \`begin return new; end\`
aggregate total(numeric) sfunc numeric_add stype numeric
materialized view sales = \`select state, sum(price) as sum from orders group by state\`
`

const CASES: readonly Case[] = [
  [
    '<>',
    {
      has: ['function', 'procedure', 'aggregate', 'range', 'partition', 'policy', 'rule', 'grant', 'revoke', 'object'],
    },
  ],
  ['grant update (<>) on orders to public', { only: ['id', 'price', 'state'] }],
  ['grant update (price, <>) on table orders to public', { only: ['id', 'state'] }],
  ['sequence s owned by <>', { only: ['orders'] }],
  ['sequence s owned by orders.<>', { only: ['id', 'price', 'state'] }],
  ['view v = `select id, price as cost from orders` {\n  <>\n}', { only: ['id', 'cost'] }],
  ['view v = `select id, price as cost from orders` {\n  id default 1\n  <>\n}', { only: ['cost'] }],
  ['view v = `select <>, price from orders`', { has: ['full_price', 'total', 'coalesce'], not: ['touch'] }],
  ['view v = `select sum from <>`', { has: ['orders', 'sales'] }],
  ['view v = `select <> from sales`', { has: ['state', 'sum'] }],
  ['table t {\n  a int check `<> > 1`\n}', { has: ['a', 'full_price'], not: ['total', 'touch'] }],
  ['trigger t on orders = `after insert execute function <>`', { only: ['touch()'] }],
]

test.each(CASES)('%j', (text, expected) => {
  expectLabels(labels(complete(WORLD + text)), expected)
})

test('what an object of Postgres starts with, in a project for both databases', () => {
  const both = WORLD.replace('postgres 15', 'postgres 15, sqlite')
  const inserted = (text: string, word: string) =>
    complete(text)
      .find(({ label }) => label === word)
      ?.textEdit?.newText.replace(/\$\{\d:([^}]*)\}/g, '$1')
  expect(inserted(`${both}<>`, 'grant')).toBe('grant select on table to role only postgres')
  expect(inserted(`${WORLD}<>`, 'grant')).toBe('grant select on table to role')
  expect(inserted('project p {\n  targets sqlite\n}\n<>', 'grant')).toBeUndefined()
})
