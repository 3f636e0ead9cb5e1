import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Hints } from '../../../compiler/diff/hints.ts'
import type { Schema } from '../../../compiler/schema/schema.ts'
import type { Step } from '../../../compiler/steps/step.ts'
import type { TestEngine } from '../../engines/test-engine.ts'
import { ENGINES } from './engines.ts'
import { roundTrip, sqlOf } from './round-trip.ts'
import {
  check,
  col,
  enumOf,
  foreign,
  id,
  index,
  label,
  schemaOf,
  table,
  text,
  trigger,
  unique,
  view,
} from './schema-of.ts'

const TOUCH = `create function touch() returns trigger language plpgsql as 'begin return new; end'`

describe.each(ENGINES)('swaps of enums on %s', (_, start) => {
  let engine: TestEngine
  beforeAll(async () => {
    engine = await start()
  })
  afterAll(() => engine.close())

  const orders = (values: readonly string[], more: Parameters<typeof table>[1] = []): Schema =>
    schemaOf({
      enums: [enumOf('status', ...values)],
      tables: [table('orders', [...id('orders'), col('status', 'enum status'), ...more])],
    })
  const moved = (...pairs: readonly (readonly [string, string])[]): Partial<Hints> => ({
    moves: pairs.map(([value, to]) => ({ in: 'status', value, to, place: 0 })),
  })
  const rows = [`insert into orders (status) values ('paid'), ('new')`]
  const kept = ['select id, status::text from orders order by id']

  test('a value becomes a new one in the rows, and the same one again on the way back', async () => {
    const { up, down } = await roundTrip(engine, {
      before: orders(['new', 'paid', 'cancelled'], [col('all', 'enum status[]')]),
      after: orders(['new', 'refunded', 'paid'], [col('all', 'enum status[]')]),
      hints: moved(['cancelled', 'refunded']),
      rows: [`insert into orders (status, "all") values ('cancelled', '{new,cancelled}'), ('paid', '{}')`],
      kept: [`select id from orders where status::text = 'paid'`],
      answers: {
        'select status::text, "all"::text from orders order by id': [
          { status: 'refunded', all: '{new,refunded}' },
          { status: 'paid', all: '{}' },
        ],
      },
    })
    expect([...up, ...down].filter(one => one.lossy !== undefined)).toEqual([])
  })

  test('two values become the same new one, and the statement says that they cannot be told apart', async () => {
    const { up, down } = await roundTrip(engine, {
      before: orders(['new', 'paid', 'cancelled', 'lost']),
      after: orders(['new', 'refunded', 'paid']),
      hints: moved(['lost', 'refunded'], ['cancelled', 'refunded']),
      rows: [`insert into orders (status) values ('cancelled'), ('lost'), ('paid')`],
      kept: [`select id from orders where status::text = 'paid'`],
      answers: {
        'select status::text from orders order by id': [
          { status: 'refunded' },
          { status: 'refunded' },
          { status: 'paid' },
        ],
      },
    })
    expect(up.find(one => one.lossy !== undefined)?.lossy).toBe(
      `which rows held 'cancelled' (now 'refunded'), 'lost' (now 'refunded') of status`,
    )
    expect(down.filter(one => one.lossy !== undefined)).toEqual([])
  })

  test('a column that is converted leaves the enum before that, and is converted all the same', async () => {
    const [letters, words] = [
      `case status when 'new' then 'n' else 'p' end`,
      `case status when 'n' then 'new' else 'paid' end`,
    ]
    const { up } = await roundTrip(engine, {
      before: orders(['new', 'paid', 'lost'], [col('old', 'enum status'), col('all', 'enum status[]')]),
      after: schemaOf({
        enums: [enumOf('status', 'new', 'paid')],
        tables: [table('orders', [...id('orders'), col('status', 'text'), col('old', 'text'), col('all', 'text[]')])],
      }),
      hints: {
        ...moved(['lost', 'paid']),
        converts: [{ in: 'orders', column: 'status', convert: { all: letters }, revert: { all: words }, place: 0 }],
      },
      rows: [`insert into orders (status, old, "all") values ('new', 'paid', '{}'), ('lost', 'lost', '{lost,new}')`],
      answers: {
        'select status, old, "all"::text from orders order by id': [
          { status: 'n', old: 'paid', all: '{}' },
          { status: 'p', old: 'paid', all: '{paid,new}' },
        ],
      },
    })
    expect(sqlOf(up).join('\n')).toContain(`using (${letters})`)
  })

  test('a value that came without a word stops the way back while rows hold it', async () => {
    await roundTrip(engine, {
      before: orders(['new', 'paid', 'cancelled']),
      after: orders(['new', 'refunded', 'paid', 'late']),
      hints: moved(['cancelled', 'refunded']),
      rows: [`insert into orders (status) values ('cancelled')`],
      answers: { "insert into orders (status) values ('late') returning status::text": [{ status: 'late' }] },
      refused: /MIG502: 1 rows hold a value that status will not have: late/,
    })
  })

  test('a moved value takes a way back that was given for it', async () => {
    const { up, down } = await roundTrip(engine, {
      before: orders(['new', 'paid', 'cancelled']),
      after: orders(['new', 'paid']),
      hints: moved(['cancelled', 'paid']),
      rows: [`insert into orders (status) values ('new'), ('paid')`],
      kept,
    })
    expect(up.filter(one => one.lossy)).toMatchObject([
      {
        sql: `alter table orders
  alter column status type status using (case status::text when 'cancelled' then 'paid' else status::text end)::status`,
        lossy: `which rows held 'cancelled' (now 'paid') of status`,
      },
    ])
    expect(sqlOf(down)).toEqual([`alter type status add value 'cancelled' after 'paid'`])
  })

  test('the order changes', async () => {
    await roundTrip(engine, { before: orders(['a', 'paid', 'new']), after: orders(['new', 'a', 'paid']), rows, kept })
  })

  test('the swap of a type takes every dependant along', async () => {
    const all = (values: readonly string[], first: string) =>
      schemaOf({
        enums: [enumOf('status', ...values), enumOf('other', 'x')],
        tables: [
          table('kinds', [col('status', 'enum status'), { kind: 'primary', name: 'kinds_pkey', columns: ['status'] }]),
          table('orders', [
            ...id('orders'),
            col('status', 'enum status', { default: label(first) }),
            col('past', 'enum status[]', { default: text(`{${first}}`) }),
            col('maybe', 'enum status?'),
            col('is_new', 'bool?', { generated: { sql: { all: `status = 'new'` }, stored: true } }),
            foreign('orders_status_fkey', 'status', 'kinds', { targetColumns: ['status'] }),
            unique('orders_status_maybe_key', 'status', 'maybe'),
            check('orders_status_check', `status <> 'paid' or id > 0`),
            index('orders_new_idx', ['id'], { where: { all: `status = 'new'` }, comment: 'new ones' }),
            index('orders_status_idx', ['status']),
            index('orders_is_new_idx', ['is_new']),
          ]),
          table('far', [col('t', 'text'), check('far_check', `t::status <> 'new'`)]),
        ],
        views: [
          view('new_orders', `select id, status from orders where status = 'new'`, { comment: 'the new' }),
          view('newest', 'select max(id) as id from new_orders'),
          view('unrelated', `select id from orders`),
        ],
        triggers: [
          trigger('on_status', 'orders', `before update of status for each row execute function touch()`),
          trigger('on_new', 'orders', `after insert for each row when (new.status = 'new') execute function touch()`, {
            comment: 'see',
          }),
          trigger('on_any', 'orders', `after insert for each row execute function touch()`),
        ],
      })
    const { up } = await roundTrip(engine, {
      setup: [TOUCH],
      before: all(['new', 'paid', 'lost'], 'new'),
      after: all(['paid', 'new'], 'paid'),
      hints: moved(['lost', 'paid']),
      rows: [
        `insert into kinds values ('new'), ('paid')`,
        `insert into orders (status, past, maybe) values ('new', '{new,paid}', null), ('paid', '{}', 'paid')`,
      ],
      kept: [
        'select id, status::text, past::text, maybe::text, is_new from orders order by id',
        'select id from newest',
      ],
    })
    expect(sqlOf(up).filter(one => /unrelated|on_any|orders_status_idx|orders_status_maybe_key/.test(one))).toEqual([])
  })

  test('a default whose value goes away gives way before the type does', async () => {
    const of = (values: readonly string[], value: string) =>
      schemaOf({
        enums: [enumOf('status', ...values)],
        tables: [table('orders', [...id('orders'), col('status', 'enum status', { default: label(value) })])],
      })
    await roundTrip(engine, {
      before: of(['old', 'paid'], 'old'),
      after: of(['paid', 'fresh'], 'fresh'),
      rows: [`insert into orders (status) values ('paid')`],
      kept,
    })
  })

  test('a table that comes back may use a value that comes back with it', async () => {
    const { down } = await roundTrip(engine, {
      before: schemaOf({
        enums: [enumOf('status', 'lost', 'paid')],
        tables: [
          table('orders', [...id('orders'), col('status', 'enum status')]),
          table('returns', [
            ...id('returns'),
            col('status', 'enum status', { default: label('lost') }),
            col('is_lost', 'bool?', { generated: { sql: { all: `status = 'lost'` }, stored: true } }),
            check('returns_check', `status <> 'lost' or id > 0`),
            index('returns_idx', ['is_lost', 'id'], { where: { all: `status = 'lost'` } }),
          ]),
        ],
      }),
      after: orders(['paid', 'open']),
      rows: [`insert into orders (status) values ('paid')`],
      kept,
    })
    expect(down.some(one => one.lossy !== undefined)).toBe(false)
  })

  test('a column that comes back may be filled with a value that comes back with it', async () => {
    const of = (values: readonly string[], ...more: Parameters<typeof table>[1]) =>
      schemaOf({
        enums: [enumOf('status', ...values)],
        tables: [table('orders', [...id('orders'), col('status', 'enum status'), ...more])],
      })
    const before = of(['lost', 'paid'], col('a', 'enum status'), col('b', 'enum status', { default: label('lost') }))
    const after = of(['paid', 'open'])
    const steps: readonly Step[] = [
      { kind: 'alter enum', from: before.enums.get('status')!, to: after.enums.get('status')!, renames: [], moves: [] },
      { kind: 'drop column', table: { name: 'orders' }, column: col('a', 'enum status'), fill: label('lost') },
      { kind: 'drop column', table: { name: 'orders' }, column: col('b', 'enum status', { default: label('lost') }) },
    ]
    await roundTrip(engine, {
      before,
      after,
      steps,
      rows: [`insert into orders (status, a) values ('paid', 'paid')`, `update orders set b = 'paid'`],
      kept,
    })
    expect(await engine.query('select count(*)::int as n from orders')).toEqual([{ n: 1 }])
  })

  test('what goes in the same revision may hold a value that goes', async () => {
    const before = schemaOf({
      enums: [enumOf('status', 'lost', 'paid')],
      tables: [
        table('orders', [
          ...id('orders'),
          col('status', 'enum status'),
          col('gone', 'enum status?', { default: label('lost') }),
          col('all', 'enum status[]?'),
          col('free', 'enum status?'),
        ]),
        table('old', [col('status', 'enum status')]),
      ],
    })
    const after = schemaOf({
      enums: [enumOf('status', 'paid')],
      tables: [table('orders', [...id('orders'), col('status', 'enum status'), col('free', 'text?')])],
    })
    await roundTrip(engine, {
      before,
      after,
      rows: [
        `insert into orders (status, gone, "all", free) values ('paid', 'lost', '{lost,paid}', 'lost')`,
        `insert into old values ('lost')`,
      ],
      kept: ['select status::text, free::text from orders'],
    })
  })

  test('rows of a text column may hold a value that its enum gets in the same revision', async () => {
    const of = (type: string, ...values: string[]) =>
      schemaOf({
        enums: [enumOf('status', ...values)],
        tables: [
          table('orders', [
            ...id('orders'),
            col('status', 'enum status?'),
            col('b', type),
            check('orders_b_check', `b <> 'no'`),
          ]),
        ],
      })
    const text = of('text', 'no', 'paid')
    const grown = of('enum status', 'no', 'paid', 'open')
    const moved = of('enum status', 'paid', 'open', 'no')
    for (const after of [grown, moved]) {
      const { up } = await roundTrip(engine, {
        before: text,
        after,
        rows: [`insert into orders (b) values ('open')`],
        kept: ['select b::text from orders'],
      })
      expect(up[0]!.transaction).toBe(after === moved)
      await roundTrip(engine, {
        before: after,
        after: text,
        rows: [`insert into orders (b) values ('open')`],
        kept: ['select b::text from orders'],
      })
    }
  })
})
