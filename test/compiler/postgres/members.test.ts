import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Column } from '../../../compiler/schema/column.ts'
import type { Step } from '../../../compiler/steps/step.ts'
import type { TestEngine } from '../../engines/test-engine.ts'
import { ENGINES } from './engines.ts'
import { roundTrip, sqlOf } from './round-trip.ts'
import { check, col, foreign, id, index, primary, schemaOf, table, unique, view } from './schema-of.ts'

describe.each(ENGINES)('members on %s', (_, start) => {
  let engine: TestEngine
  beforeAll(async () => {
    engine = await start()
  })
  afterAll(() => engine.close())

  test('members come, change and go', async () => {
    const of = (...more: Parameters<typeof table>[1]) =>
      schemaOf({ tables: [table('t', [...id('t'), col('a', 'int?'), col('b', 'int?'), ...more])] })
    const { up } = await roundTrip(engine, {
      before: of(
        check('t_a_check', 'a > 0'),
        unique('t_a_key', 'a'),
        index('t_b_idx', ['b']),
        { ...check('same', 'b > 0'), comment: 'x' },
        index('t_same_idx', ['a', 'b'], { comment: 'x' }),
      ),
      after: of(
        check('t_a_check', 'a > 1'),
        unique('t_a_key', 'a', 'b'),
        index('t_b_idx', ['b'], { where: { all: 'a is null' } }),
        { ...check('same', 'b > 0'), comment: 'y' },
        index('t_same_idx', ['a', 'b']),
      ),
      rows: ['insert into t (a, b) values (2, 3)'],
      kept: ['select * from t'],
    })
    expect(sqlOf(up).filter(one => one.includes('same'))).toEqual([
      `comment on constraint same on t is 'y'`,
      'comment on index t_same_idx is null',
    ])
  })

  test('a key that foreign keys and grouping views rest on is replaced under them', async () => {
    const of = (key: string) =>
      schemaOf({
        tables: [
          table('a', [
            col('id', 'bigint'),
            col('name', 'text'),
            primary(key, 'id'),
            index('a_name_idx', ['name'], { unique: true }),
          ]),
          table('b', [col('a_id', 'bigint'), foreign('b_a_id_fkey', 'a_id', 'a')]),
        ],
        views: [view('counts', 'select a.id, a.name, count(*) as n from a join b on b.a_id = a.id group by a.id')],
      })
    const before = of('a_pkey')
    const after = of('a_key')
    const steps: readonly Step[] = [
      { kind: 'drop constraint', table: { name: 'a' }, constraint: primary('a_pkey', 'id') },
      { kind: 'add constraint', table: { name: 'a' }, constraint: primary('a_key', 'id') },
    ]
    const { up } = await roundTrip(engine, { before, after, steps })
    expect(sqlOf(up).map(one => one.split('\n')[0])).toEqual([
      'alter table b drop constraint b_a_id_fkey',
      'drop view counts',
      'alter table a drop constraint a_pkey',
      'alter table a add constraint a_key primary key (id)',
      'alter table b add constraint b_a_id_fkey foreign key (a_id) references a (id)',
      'create view counts as',
    ])
  })

  test('two keys on the same columns are two', async () => {
    await roundTrip(engine, {
      before: schemaOf({}),
      after: schemaOf({
        tables: [
          table('t', [
            col('a', 'int'),
            col('b', 'int'),
            primary('t_pkey', 'a'),
            unique('t_a_key', 'a'),
            unique('t_a_key1', 'a'),
            unique('t_a_b_key', 'a', 'b'),
          ]),
        ],
      }),
    })
  })

  test('what is worked out from a column comes after the column has changed', async () => {
    const of = (type: string, ...more: Parameters<typeof table>[1]) =>
      schemaOf({ tables: [table('t', [...id('t'), col('n', type), ...more])] })
    const after = of(
      'int',
      col('twice', 'int?', { generated: { sql: { all: 'n * 2' }, stored: true } }),
      check('t_n_check', 'n > 0'),
      index('t_n_idx', ['(n + 1)']),
    )
    const steps: readonly Step[] = [
      { kind: 'add column', table: { name: 't' }, column: after.tables.get('t')!.columns[2]! },
      { kind: 'add constraint', table: { name: 't' }, constraint: check('t_n_check', 'n > 0') },
      { kind: 'add index', table: { name: 't' }, index: index('t_n_idx', ['(n + 1)']) },
      { kind: 'alter column', table: { name: 't' }, from: col('n', 'text'), to: col('n', 'int') },
    ]
    await roundTrip(engine, {
      before: of('text'),
      after,
      steps,
      rows: [`insert into t (n) values ('4')`],
      kept: ['select n::text from t'],
    })
  })

  test('a generated column keeps its values when it and what it reads change', async () => {
    const of = (type: string, twice: Column) => schemaOf({ tables: [table('t', [...id('t'), col('n', type), twice])] })
    const computed = col('twice', 'text?', { generated: { sql: { all: `n::text || '!'` }, stored: true } })
    const before = of('int', computed)
    const scenario = {
      before,
      after: of('bigint', col('twice', 'text?')),
      rows: ['insert into t (n) values (4)'],
      kept: ['select n::int, twice from t'],
      answers: { 'select twice from t': [{ twice: '4!' }] },
    }
    await roundTrip(engine, scenario)
    const alter = (from: Column, to: Column): Step => ({ kind: 'alter column', table: { name: 't' }, from, to })
    const steps = [alter(col('n', 'int'), col('n', 'bigint')), alter(computed, col('twice', 'text?'))]
    await roundTrip(engine, { ...scenario, steps })
    await roundTrip(engine, { ...scenario, after: of('bigint', computed) })
  })
})
