import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Hints } from '../../../compiler/diff/hints.ts'
import type { Schema } from '../../../compiler/schema/schema.ts'
import type { Step } from '../../../compiler/steps/step.ts'
import type { TestEngine } from '../../engines/test-engine.ts'
import { ENGINES } from './engines.ts'
import { roundTrip, sqlOf } from './round-trip.ts'
import { check, col, enumOf, id, label, schemaOf, table, text } from './schema-of.ts'

describe.each(ENGINES)('enums on %s', (_, start) => {
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
  const renamed = (...pairs: readonly (readonly [string, string])[]): Partial<Hints> => ({
    renames: pairs.map(([from, to]) => ({ kind: 'enum value', in: 'status', from, to, place: 0 })),
  })
  const rows = [`insert into orders (status) values ('paid'), ('new')`]
  const kept = ['select id, status::text from orders order by id']

  test('an enum comes and goes with the column that holds it', async () => {
    const before = schemaOf({ tables: [table('orders', id('orders'))] })
    const after = {
      ...orders(['new', 'paid'], []),
      enums: schemaOf({ enums: [{ ...enumOf('status', 'new', 'paid'), comment: 'x' }] }).enums,
    }
    await roundTrip(engine, { before, after })
  })

  test('values are added at their places', async () => {
    const { up, down } = await roundTrip(engine, {
      before: orders(['new', 'paid']),
      after: orders(['draft', 'open', 'new', 'packed', 'paid', 'sent']),
      rows,
      kept,
    })
    expect(up).toEqual(
      [`'draft' before 'new'`, `'open' after 'draft'`, `'packed' after 'new'`, `'sent' after 'paid'`].map(value => ({
        sql: `alter type status add value ${value}`,
        about: 'alter enum status',
        transaction: true,
      })),
    )
    expect(down[0]!.sql).toContain('MIG502: % rows hold a value that status will not have: draft, open, packed, sent.')
  })

  test('going down stops with the count while rows hold an added value', async () => {
    const { down } = await roundTrip(engine, { before: orders(['new']), after: orders(['new', 'paid']) })
    await engine.run([`insert into orders (status) values ('paid'), ('paid'), ('new')`])
    await expect(engine.run(down)).rejects.toThrow('MIG502: 2 rows hold a value that status will not have: paid')
  })

  test('a value that is used in the same revision comes first, outside the transaction', async () => {
    const { up } = await roundTrip(engine, {
      before: orders(['new', 'paid'], [col('note', 'text?')]),
      after: schemaOf({
        enums: [enumOf('status', 'new', 'paid', 'sent')],
        tables: [
          table('orders', [
            ...id('orders'),
            col('status', 'enum status', { default: label('sent') }),
            col('all', 'enum status[]', { default: text('{sent}') }),
            check('orders_check', `status <> 'sent' or id > 0`),
          ]),
        ],
      }),
      rows,
      kept,
    })
    expect(up[0]).toEqual({
      sql: `alter type status add value if not exists 'sent' after 'paid'`,
      about: 'alter enum status',
      transaction: false,
    })
    expect(up.slice(1).every(one => one.transaction)).toBe(true)
  })

  test('a value that hand-written SQL uses later in the revision', async () => {
    const before = orders(['new', 'paid'])
    const after = orders(['new', 'paid', 'sent'])
    const steps: readonly Step[] = [
      {
        kind: 'alter enum',
        from: before.enums.get('status')!,
        to: after.enums.get('status')!,
        renames: [],
        moves: [],
      },
      {
        kind: 'sql',
        name: 'send all',
        up: { run: { all: `update orders set status = 'sent' where status = 'paid'` } },
        down: { run: { all: `update orders set status = 'paid' where status = 'sent'` } },
      },
    ]
    const { up } = await roundTrip(engine, { before, after, steps, rows, kept })
    expect(up.map(one => one.transaction)).toEqual([false, true])
  })

  test('values are renamed, also in a circle', async () => {
    const { up } = await roundTrip(engine, {
      before: orders(['new', 'paid', 'sent']),
      after: orders(['paid', 'new', 'shipped']),
      hints: renamed(['new', 'paid'], ['paid', 'new'], ['sent', 'shipped']),
      rows,
      kept,
      answers: { 'select status::text from orders order by id': [{ status: 'new' }, { status: 'paid' }] },
    })
    expect(sqlOf(up)).toEqual([
      `alter type status rename value 'sent' to 'shipped'`,
      `alter type status rename value 'new' to '__mig_new'`,
      `alter type status rename value 'paid' to 'new'`,
      `alter type status rename value '__mig_new' to 'paid'`,
    ])
  })

  test('an enum is renamed, and moves to another schema', async () => {
    const of = (name: string) =>
      schemaOf({
        schemas: [{ name: 'audit' }],
        enums: [enumOf(name, 'new', 'paid')],
        tables: [table('orders', [...id('orders'), col('status', `enum ${name}`, { default: label('new') })])],
      })
    const hints = (from: string, to: string) => ({ renames: [{ kind: 'enum' as const, from, to, place: 0 }] })
    await roundTrip(engine, { before: of('status'), after: of('state'), hints: hints('status', 'state'), rows, kept })
    const { up } = await roundTrip(engine, {
      before: of('status'),
      after: of('audit.state'),
      hints: hints('status', 'audit.state'),
      rows,
      kept,
    })
    expect(sqlOf(up)).toEqual(['alter type status set schema audit', 'alter type audit.status rename to state'])
  })

  test('text becomes an enum and back', async () => {
    const plain = schemaOf({
      tables: [table('orders', [...id('orders'), col('status', 'text', { default: text('new') })])],
    })
    const typed = schemaOf({
      enums: [enumOf('status', 'new', 'paid')],
      tables: [table('orders', [...id('orders'), col('status', 'enum status', { default: label('new') })])],
    })
    await roundTrip(engine, { before: plain, after: typed, rows, kept })
    await roundTrip(engine, {
      before: schemaOf({ ...parts(typed), enums: [enumOf('status', 'new', 'paid'), enumOf('state', 'paid', 'new')] }),
      after: schemaOf({
        enums: [enumOf('status', 'new', 'paid'), enumOf('state', 'paid', 'new')],
        tables: [table('orders', [...id('orders'), col('status', 'enum state', { default: label('paid') })])],
      }),
      rows,
      kept,
    })
  })

  function parts(schema: Schema) {
    return { tables: [...schema.tables.values()] }
  }
})
