import { describe, expect, test } from 'vitest'
import { type Case, complete, expectLabels, inRevision, labels } from './complete.ts'
import { pastOfTexts } from './past-of.ts'

const WORLD = `
enum order_status {
  pending
  paid
  it's
}
table customers {
  id bigint identity primary
  email text unique
  "odd name" int?
  country text
}
/// What people bought.
table orders {
  id bigint identity primary
  customer_id bigint -> customers index
  status order_status default pending
  total decimal(10, 2)
}
table order_lines {
  order_id bigint -> orders
  product text only postgres
  quantity int
}
table unrelated {
  id bigint primary
}
schema audit only postgres
table audit.events only postgres {
  id bigint identity primary
  payload jsonb
}
view paid_orders = \`select id, total as sum from orders where status = 'paid'\`
`.replace("  it's\n", '')

const ORDERS = ['id', 'customer_id', 'status', 'total']
const ENUM = ['pending', 'paid']
const CHECK = (sql: string) => `table a {\n  x int\n  s order_status\n  t text?\n  "odd name" int\n  ${sql}\n}`

const CASES: Readonly<Record<string, readonly Case[]>> = {
  'expressions of a table': [
    [
      CHECK('check `<>`'),
      {
        first: ['x', 's', 't', 'odd name'],
        has: ['not', 'case', 'coalesce', 'lower'],
        not: ['count', 'select', 'from', 'and', 'customers', 'gen_random_uuid'],
      },
    ],
    [CHECK('check `x > <>`'), { first: ['x'], not: ['and'] }],
    [CHECK('check `x > 0 <>`'), { first: ['and', 'or'], not: ['x', 'where', 'lower'] }],
    [CHECK('check `x > 0 and <>`'), { first: ['x'] }],
    [CHECK('check `lower(<>)`'), { first: ['x'] }],
    [CHECK('check `coalesce(x, <>)`'), { first: ['x'] }],
    [CHECK('check `x in (<>)`'), { first: ['x'] }],
    [CHECK('check `x between 1 <>`'), { has: ['and'] }],
    [CHECK('check named `<>`'), { first: ['x'] }],
    [CHECK('check `case <>`'), { has: ['when', 'x'] }],
    [CHECK('check `case when x > 0 <>`'), { has: ['then', 'and'] }],
    [CHECK('y int check `<>`'), { first: ['x'], has: ['y'] }],
    [CHECK('y int = `<>` stored'), { first: ['x'] }],
    [CHECK('index (`<>`)'), { first: ['x'] }],
    [CHECK('index (x, `lower(<>)`)'), { first: ['x'] }],
    [CHECK('index (x) where `<>`'), { first: ['x'] }],
    [CHECK('check postgres `<>`'), { has: ['gen_random_uuid', 'interval'], not: ['iif'] }],
    [CHECK('check sqlite `<>`'), { has: ['iif'], not: ['gen_random_uuid'] }],
    [CHECK('check sqlite `x <>`'), { has: ['glob'], not: ['ilike'] }],
    [CHECK('check postgres `x <>`'), { has: ['ilike'], not: ['glob'] }],
    [CHECK('d timestamptz default `<>`'), { has: ['coalesce', 'current_timestamp'], not: ['x'] }],
    [CHECK('d int backfill `<>`'), { first: ['x'] }],
    [CHECK('d int convert `cast(<>`'), { first: ['x'] }],
    ['mixin m {\n  a int\n  check `<>`\n}', { first: ['a'] }],
    [CHECK('d `<>`'), { only: [] }],
    [CHECK('check `x > 0 -- <>`'), { only: [] }],
    [CHECK('check `x > 12<>`'), { only: [] }],
  ],
  'values of enums': [
    [CHECK("check `s = '<>'`"), { only: ENUM }],
    [CHECK("check `s = '<>`"), { only: ENUM }],
    [CHECK("check `s in ('paid', '<>')`"), { only: ENUM }],
    [CHECK("check `s <> '<>'`".replace('<>', '!=')), { only: ENUM }],
    [CHECK('check `s = <>`'), { first: ["'pending'", "'paid'", 'x'] }],
    [CHECK("check `t = '<>'`"), { only: [] }],
    ["view v = `select o.id from orders o where o.status = '<>'`", { only: ENUM }],
    ["view v = `select id from orders where status in ('<>')`", { only: ENUM }],
    ["view v = `select o.id from customers c join orders o on true where status = '<>'`", { only: ENUM }],
    [
      'trigger t on orders {\n  sqlite `after insert begin update orders set status = <>; end`\n}',
      { first: ["'pending'", "'paid'"] },
    ],
  ],
  views: [
    ['view v = `<>`', { only: ['select', 'with', 'values'] }],
    ['view v = `select <> from orders o`', { first: ORDERS, has: ['o', 'distinct', '*', 'count'], not: ['email'] }],
    ['view v = `select o.<> from orders o`', { only: ORDERS }],
    ['view v = `select o.to<> from orders o`', { only: ORDERS }],
    ['view v = `select orders.<> from orders`', { only: ORDERS }],
    ['view v = `select customers.<>`', { only: ['id', 'email', 'odd name', 'country'] }],
    [
      'view v = `select id from <>`',
      { first: ['customers', 'orders'], has: ['paid_orders', 'audit.events'], not: ['v', 'where'] },
    ],
    ['view v = `select id from or<>`', { has: ['orders'] }],
    ['view v = `select id from audit.<>`', { only: ['events'] }],
    ['view v = `select e.<> from audit.events e`', { only: ['id', 'payload'] }],
    ['view v = `select p.<> from paid_orders p`', { only: ['id', 'sum'] }],
    [
      'view v = `select id from orders o <>`',
      { first: ['join', 'left join'], has: ['where', 'group by', 'order by'], not: ['customers'] },
    ],
    ['view v = `select id from orders <>`', { has: ['join', 'where'] }],
    ['view v = `select id from orders o join <>`', { first: ['customers', 'order_lines'] }],
    ['view v = `select id from orders o, <>`', { has: ['customers'] }],
    [
      'view v = `select o.id from orders o join customers c on <>`',
      { first: ['c.id = o.customer_id'], has: ['o.id', 'c.id', 'email', 'customer_id'], not: ['id'] },
    ],
    ['view v = `select o.id from orders o join customers c on c.<>`', { only: ['id', 'email', 'odd name', 'country'] }],
    ['view v = `select o.id from orders o join order_lines l on <>`', { first: ['o.id = l.order_id'] }],
    ['view v = `select o.id from orders o join customers c using (<>)`', { only: ['id'] }],
    ['view v = `select id from orders where <>`', { first: ORDERS }],
    [
      'view v = `select id from orders where total > 1 <>`',
      { first: ['and', 'or'], has: ['group by', 'order by', 'limit'] },
    ],
    ['view v = `select id from orders group <>`', { first: ['by'] }],
    ['view v = `select id from orders group by <>`', { first: ORDERS }],
    ['view v = `select id as number from orders order by <>`', { has: ['number', 'total'] }],
    ['view v = `select id from orders order by id <>`', { has: ['asc', 'desc', 'limit'], not: ['and'] }],
    ['view v = `select id <> from orders`', { first: ['from', 'as'] }],
    ['view v = `select id fro<>`', { first: ['from'] }],
    ['view v = `\n  select id\n  from orders o\n  where o.<>\n`', { only: ORDERS }],
    ['view v = `\n  select o.<>\n  from orders o\n`', { only: ORDERS }],
    ['view v = `with x as (select id, total as t from orders) select <> from x`', { first: ['id', 't', 'x'] }],
    ['view v = `with x as (select id from orders) select x.<> from x`', { only: ['id'] }],
    ['view v = `with x as (select * from orders) select x.<> from x`', { only: ORDERS }],
    ['view v = `with x as (select id from orders) select * from <>`', { first: ['x', 'customers'] }],
    ['view v = `select s.<> from (select id, total from orders) s`', { only: ['id', 'total'] }],
    ['view v = `select id from orders o where exists (select 1 from customers c where c.id = o.<>)`', { only: ORDERS }],
    ['view v = `select id from orders o where customer_id in (<>)`', { has: ['select', 'id'] }],
    ['view v = `select count(<>) from orders`', { first: ORDERS }],
    ['view v = `select cou<>(id) from orders`', { has: ['count'] }],
    ['view v = `select cast(id as <>) from orders`', { only: [] }],
    ['view v = `select id from orders union <>`', { has: ['all', 'select'] }],
    ['view v only sqlite = `select l.<> from order_lines l`', { only: ['order_id', 'quantity'] }],
    ['view v {\n  postgres `select l.<> from order_lines l`\n}', { only: ['order_id', 'product', 'quantity'] }],
    ['view v = `select c."<>" from customers c`', { has: ['odd name'] }],
    ['view v = `select /* <> */ 1`', { only: [] }],
    ["view v = `select 'some <> text'`", { only: [] }],
  ],
  triggers: [
    ['trigger t on orders = `<>`', { first: ['before insert', 'before update'] }],
    ['trigger t on orders = `after <>`', { only: ['insert', 'update', 'delete'] }],
    [
      'trigger t on orders {\n  postgres `after update <>`\n}',
      { has: ['for each row', 'for each statement', 'of', 'or', 'when', 'execute function'], not: ['begin'] },
    ],
    [
      'trigger t on orders {\n  sqlite `after update <>`\n}',
      { has: ['for each row', 'of', 'begin'], not: ['execute function', 'for each statement'] },
    ],
    ['trigger t on orders = `after update of <> on`', { only: ORDERS }],
    ['trigger t on orders {\n  postgres `before update for each row <>`\n}', { only: ['when', 'execute function'] }],
    ['trigger t on orders {\n  postgres `before update for each row execute function <>`\n}', { only: [] }],
    [
      'trigger t on orders {\n  postgres `before update for each row when (new.<>) execute function f()`\n}',
      { only: ORDERS },
    ],
    [
      'trigger t on orders {\n  postgres `before update for each row when (<>) execute function f()`\n}',
      { has: ['new', 'old'] },
    ],
    [
      'trigger t on orders {\n  sqlite `after update begin <>`\n}',
      { first: ['select', 'insert into', 'update', 'delete from'] },
    ],
    ['trigger t on orders {\n  sqlite `after update begin update <>; end`\n}', { has: ['orders', 'customers'] }],
    ['trigger t on orders {\n  sqlite `after update begin update customers <>; end`\n}', { has: ['set'] }],
    [
      'trigger t on orders {\n  sqlite `after update begin update customers set <>; end`\n}',
      { only: ['id', 'email', 'odd name', 'country'] },
    ],
    [
      'trigger t on orders {\n  sqlite `after update begin update customers set email = old.<>; end`\n}',
      { only: ORDERS },
    ],
    [
      'trigger t on orders {\n  sqlite `after update begin insert into customers (email, <>) values (1); end`\n}',
      { only: ['id', 'odd name', 'country'] },
    ],
    [
      'trigger t on orders {\n  sqlite `after update begin insert into customers (email) <>; end`\n}',
      { has: ['values', 'select'] },
    ],
    [
      'trigger t on orders {\n  sqlite `after update begin delete from customers where <>; end`\n}',
      { first: ['id', 'email'] },
    ],
  ],
}

describe.each(Object.entries(CASES))('completion in SQL: %s', (_, cases) => {
  test.each(cases)('%j', (text, expected) => {
    expectLabels(labels(complete(WORLD + text)), expected)
  })
})

/** Where what stands behind the cursor does not decide what is before it. */
const HALF = Object.values(CASES)
  .flat()
  .filter(([text]) => !/<>[^\n]*\bfrom\b|<>[^\n]*\bon\b|\(id\)|<>"|<>\n +from/.test(text))

test.each(HALF)('the same without the rest of the line: %j', (text, expected) => {
  expectLabels(labels(complete(WORLD + text.replace(/<>[^\n]*/, '<>'))), expected)
})

test('names are quoted where SQL folds them, and words are replaced', () => {
  const items = complete(`${WORLD}view v = \`select c."od<>d" from customers c\``)
  const odd = items.find(item => item.label === 'odd name')!
  expect(odd.textEdit!.newText).toBe('"odd name"')
  expect(odd.filterText).toBe('"odd name"')
  const { range } = odd.textEdit as { range: { start: { character: number }; end: { character: number } } }
  expect(range.end.character - range.start.character).toBe(5)
  const mixed = complete('table T {\n  Total int\n  check `<>`\n}')
  expect(mixed.find(item => item.label === 'Total')!.textEdit!.newText).toBe('"Total"')
})

test('values in strings have their quotes doubled', () => {
  const text = 'enum e {\n  "it\'s"\n}\ntable t {\n  a e\n  check `a = '
  expect(complete(`${text}'<>'\``)[0]!.textEdit!.newText).toBe("it''s")
  expect(complete(`${text}<>\``)[0]!.textEdit!.newText).toBe("'it''s'")
})

test('a function is called, unless it is already', () => {
  const insert = (text: string) => complete(text).find(item => item.label === 'lower')!.textEdit!.newText
  expect(insert('table t {\n  a text\n  check `<>`\n}')).toBe('lower($1)')
  expect(insert('table t {\n  a text\n  check `lo<>(a)`\n}')).toBe('lower')
})

test('after a blank only where a name has to follow', () => {
  const ask = (sql: string) => complete(`${WORLD}view v = \`${sql}\``, undefined, { trigger: ' ' }).length
  expect(ask('select id from orders o <>')).toBe(0)
  expect(ask('select id from <>')).toBeGreaterThan(0)
  expect(ask('select id from orders where <>')).toBeGreaterThan(0)
})

test('statements of a revision know the tables of the past', () => {
  const past = pastOfTexts('table gone {\n  id bigint primary\n  note text\n}\n')
  const ask = (sql: string) => labels(inRevision(`revision a 'b'\nsql 'x' {\n  up \`${sql}\`\n}\n`, past))
  expectLabels(ask('<>'), { has: ['insert into', 'update', 'delete from', 'select'] })
  expectLabels(ask('update <>'), { only: ['gone'] })
  expectLabels(ask('update gone set <>'), { only: ['id', 'note'] })
  expectLabels(ask('insert into gone (id, <>) values (1)'), { only: ['note'] })
  expectLabels(ask('insert into gone (id) values (1) on conflict <>'), { has: ['do nothing', 'do update set'] })
})
