import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { View } from '../../../compiler/schema/objects.ts'
import type { Step } from '../../../compiler/steps/step.ts'
import type { TestEngine } from '../../engines/test-engine.ts'
import { ENGINES } from './engines.ts'
import { roundTrip, sqlOf } from './round-trip.ts'
import { col, id, schemaOf, table, trigger, view } from './schema-of.ts'

const TOUCH = `create function touch() returns trigger language plpgsql as 'begin return new; end'`

describe.each(ENGINES)('views and triggers on %s', (_, start) => {
  let engine: TestEngine
  beforeAll(async () => {
    engine = await start()
  })
  afterAll(() => engine.close())

  const orders = (type: string, views: readonly View[] = []) =>
    schemaOf({ tables: [table('orders', [...id('orders'), col('total', type), col('note', 'text?')])], views })
  const rows = ['insert into orders (total) values (3)']
  const heads = (statements: Parameters<typeof sqlOf>[0]) => sqlOf(statements).map(sql => sql.split('\n')[0])

  test('views on views step aside while a type changes, and come back in their order', async () => {
    const views = [
      view('c', 'select sum(total) as total from b'),
      view('a', 'select id, total from orders where total > 0', { comment: 'first' }),
      view('b', 'select total from a'),
      view('notes', 'select id, note from orders'),
      view('about_a', `select 'orders.total' as total, id from orders`),
    ]
    const { up } = await roundTrip(engine, {
      before: orders('int', views),
      after: orders('decimal(10,2)', views),
      rows,
      kept: ['select total::int from c'],
    })
    expect(heads(up)).toEqual([
      'drop view c',
      'drop view b',
      'drop view a',
      'alter table orders alter column total type numeric(10, 2)',
      'create view a as',
      "comment on view a is 'first'",
      'create view b as',
      'create view c as',
    ])
    const plain = up.filter(({ sql }) => !sql.startsWith('do '))
    expect(plain[0]!.about).toBe('alter column orders.total')
    expect(plain[4]!.about).toBe('alter column orders.total')
  })

  test('a view whose first columns stay is replaced, its readers untouched', async () => {
    const readers = [view('reader', 'select id from v')]
    const { up, down } = await roundTrip(engine, {
      before: orders('int', [view('v', 'select id, total from orders'), ...readers]),
      after: orders('int', [
        view('v', 'select id, total, note from orders join (select 1 as one) x on true where total > 1', {
          comment: 'c',
        }),
        ...readers,
      ]),
    })
    expect(heads(up)).toEqual(['create or replace view v as', `comment on view v is 'c'`])
    expect(heads(down)).toEqual(['drop view reader', 'drop view v', 'create view v as', 'create view reader as'])
  })

  test.each([
    ['another type', 'select id, total from orders', 'select id, total::text as total from orders'],
    ['another name', 'select id, total from orders', 'select id, total as t from orders'],
    ['another table', 'select id from orders', 'select id from other'],
    ['another order', 'select id, total from orders', 'select total, id from orders'],
    ['a union', 'select id from orders', 'select id from orders union select 1.5'],
    ['a query before it', 'select id from orders', 'with o as (select 1 as id) select id from o'],
  ])('a view with %s is made anew', async (_what, one, two) => {
    const other = table('other', [col('id', 'text?')])
    const of = (query: string) => {
      const schema = orders('int', [view('v', query), view('reader', 'select * from v')])
      return { ...schema, tables: new Map([...schema.tables, ['other', other]]) }
    }
    await roundTrip(engine, { before: of(one), after: of(two) })
  })

  test('the comment of a view changes alone, and layout changes nothing', async () => {
    const of = (query: string, comment: string) => orders('int', [view('order', query, { comment })])
    const { up } = await roundTrip(engine, {
      before: of('select id from orders', 'one'),
      after: of('SELECT id\n  FROM orders;', 'two'),
    })
    expect(sqlOf(up)).toEqual([`comment on view "order" is 'two'`])
  })

  test('a new column of a view reaches the views that read all of it', async () => {
    const of = (query: string) =>
      orders('int', [view('v', query), view('w', 'select * from v'), view('x', 'select id from w')])
    await roundTrip(engine, { before: of('select id from orders'), after: of('select id, total from orders') })
  })

  test('a view comes with what it reads, whatever the order of the steps', async () => {
    const before = orders('int')
    const after = schemaOf({
      tables: [table('orders', [...id('orders'), col('total', 'int'), col('note', 'text?'), col('day', 'date?')])],
      views: [view('days', 'select day from firsts'), view('firsts', 'select id, day from orders')],
    })
    const steps: readonly Step[] = [
      { kind: 'create view', view: after.views.get('days')! },
      { kind: 'create view', view: after.views.get('firsts')! },
      { kind: 'add column', table: { name: 'orders' }, column: col('day', 'date?') },
    ]
    const { up } = await roundTrip(engine, { before, after, steps, rows })
    expect(heads(up)).toEqual([
      'alter table orders add column day date',
      'create view firsts as',
      'create view days as',
    ])
  })

  test('a view that is dropped or changed later is not made again in between', async () => {
    const before = orders('int', [view('v', 'select total from orders'), view('w', 'select total from v')])
    const after = orders('bigint', [view('v', 'select total, id from orders')])
    const { up } = await roundTrip(engine, { before, after, rows })
    expect(heads(up)).toEqual([
      'drop view w',
      'drop view v',
      'alter table orders alter column total type bigint',
      'create view v as',
    ])
  })

  test('triggers come back after the columns they name have changed, those of views too', async () => {
    const all = (type: string) => ({
      ...orders(type, [view('v', 'select id, total from orders')]),
      triggers: schemaOf({
        triggers: [
          trigger('of_total', 'orders', 'before update of total for each row execute function touch()', {
            comment: 'x',
          }),
          trigger('of_note', 'orders', 'before update of note for each row execute function touch()'),
          trigger('on_view', 'v', 'instead of insert for each row execute function touch()', { comment: 'y' }),
          trigger(
            'late',
            'orders',
            'constraint after insert deferrable initially deferred for each row execute function touch()',
          ),
        ],
      }).triggers,
    })
    const { up } = await roundTrip(engine, { setup: [TOUCH], before: all('int'), after: all('bigint'), rows })
    expect(heads(up)).toEqual([
      'drop view v',
      'drop trigger of_total on orders',
      'alter table orders alter column total type bigint',
      'create view v as',
      'create trigger of_total before update of total on orders',
      `comment on trigger of_total on orders is 'x'`,
      'create trigger on_view instead of insert on v',
      `comment on trigger on_view on v is 'y'`,
    ])
  })

  test('triggers change, and go with their table', async () => {
    const of = (...triggers: ReturnType<typeof trigger>[]) => ({
      ...orders('int'),
      triggers: schemaOf({ triggers }).triggers,
    })
    await roundTrip(engine, {
      setup: [TOUCH],
      before: of(trigger('a', 'orders', 'after insert for each row execute function touch()', { comment: 'x' })),
      after: of(
        trigger('a', 'orders', 'after insert or delete for each statement execute function touch()', { comment: 'x' }),
      ),
    })
    await roundTrip(engine, {
      setup: [TOUCH],
      before: of(trigger('a', 'orders', 'after insert for each row execute function touch()', { comment: 'x' })),
      after: of(trigger('a', 'orders', 'after insert for each row execute function touch()', { comment: 'y' })),
    })
    const before = of(trigger('a', 'orders', 'after insert for each row execute function touch()'))
    await roundTrip(engine, { setup: [TOUCH], before, after: schemaOf({}) })
    const steps: readonly Step[] = [
      { kind: 'drop table', table: before.tables.get('orders')! },
      { kind: 'drop trigger', trigger: before.triggers.get('orders.a')! },
    ]
    const { up } = await roundTrip(engine, { setup: [TOUCH], before, after: schemaOf({}), steps })
    expect(sqlOf(up)).toEqual(['drop table orders'])
  })

  test('hand-written SQL finds everything in its place', async () => {
    const before = orders('int', [view('v', 'select total from orders')])
    const after = orders('text', [view('v', 'select total from orders')])
    const alter = (from: string, to: string): Step => ({
      kind: 'alter column',
      table: { name: 'orders' },
      from: col('total', from),
      to: col('total', to),
    })
    const steps: readonly Step[] = [
      alter('int', 'bigint'),
      {
        kind: 'sql',
        name: 'double',
        up: {
          run: {
            all: `-- all of them\nupdate orders set total = total * 2; insert into orders (total) select count(*) from v;`,
          },
        },
        down: {
          run: {
            postgres: `delete from orders where id > (select min(id) from v, orders); update orders set total = total / 2`,
          },
        },
      },
      alter('bigint', 'text'),
    ]
    const { up } = await roundTrip(engine, { before, after, steps, rows, kept: ['select total::text from orders'] })
    expect(heads(up).filter(one => one!.includes('view'))).toEqual([
      'drop view v',
      'create view v as',
      'drop view v',
      'create view v as',
    ])
    expect(up.map(one => one.about)).toContain("sql 'double'")
  })
})
