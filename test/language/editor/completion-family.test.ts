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
table logs partition by range (at) {
  at timestamptz
}
table kinds partition by list (kind) {
  kind text
}
schema app
enum mood {
  sad
}
policy own on orders to clerk using \`true\`
grant select on orders to porter
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
  ['sequence s owned by <>', { has: ['orders'] }],
  ['grant select on orders to <>', { only: ['clerk', 'porter', 'public'] }],
  ['grant select on orders to clerk, <>', { only: ['porter', 'public'] }],
  ['revoke execute on function full_price(numeric) from <>', { has: ['public'] }],
  ['policy p on orders for select to <>', { only: ['clerk', 'porter', 'public'] }],
  ['grant usage on schema <>', { only: ['app'] }],
  ['grant usage on type <>', { only: ['mood'] }],
  ['grant usage on language <>', { has: ['plpgsql'] }],
  ['grant select on <>', { has: ['orders', 'sales', 'function'] }],
  ['function f() <>', { first: ['returns'], has: ['language', 'immutable', '= `…`', 'depends on'], not: ['(…)'] }],
  ['function f() returns <>', { has: ['trigger', 'void', 'setof', 'int', 'mood'], not: ['language'] }],
  ['function f() returns int language <>', { first: ['sql', 'plpgsql'], not: ['immutable'] }],
  ['function f() returns int stable <>', { has: ['language', 'parallel safe'], not: ['stable', 'returns'] }],
  ['function f() returns int security <>', { has: ['definer', 'invoker'] }],
  ['function f(a <>', { has: ['int', 'mood'] }],
  ['procedure f() <>', { has: ['language', '= `…`'], not: ['returns'] }],
  ['aggregate a(int) sfunc <>', { only: ['full_price', 'touch'] }],
  ['aggregate a(int) sfunc int4pl stype <>', { has: ['int', 'mood'] }],
  ['aggregate a(int) sfunc f stype int finalfunc_modify <>', { has: ['read_only', 'read_write'] }],
  ['partition p of <>', { only: ['logs', 'kinds'] }],
  ['partition p of logs <>', { only: ['default', 'values from'] }],
  ['partition p of kinds values <>', { only: ['in'] }],
  ['partition p of logs values from (<>', { has: ['minvalue', 'maxvalue'] }],
  ['table t inherits <>', { has: ['orders', 'logs'], not: ['t'] }],
  ['table t {\n  a tsrange\n  exclude using gist (a with <>\n}', { first: ['=', '&&', '<>', '-|-'], not: ['desc'] }],
  ['materialized view m = `select 1 as one` {\n  index (<>)\n}', { has: ['one'] }],
  ['view v with (<>', { only: ['security_barrier', 'security_invoker', 'check_option'] }],
  ['view v with (check_option = <>', { has: ['local', 'cascaded'] }],
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
