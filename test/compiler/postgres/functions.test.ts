import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { planChange } from '../../../compiler/compile.ts'
import { postgres } from '../../../compiler/dialects/postgres/postgres.ts'
import { pgliteEngine } from '../../engines/pglite.ts'
import { postgresEngine } from '../../engines/postgres.ts'
import type { TestEngine } from '../../engines/test-engine.ts'
import { loadDeclarations } from '../../language/load-text.ts'
import { travel } from '../../laws/engine-law.ts'
import { sqlOf } from './round-trip.ts'

const ENGINES = [
  ['pglite', pgliteEngine],
  ['postgres 18', () => postgresEngine(18)],
] as const

/** Bodies that Postgres takes apart when the function is made are there from 14 on. */
describe.each(ENGINES)('bodies that %s has read', (_, start) => {
  let engine: TestEngine
  beforeAll(async () => {
    engine = await start()
  })
  afterAll(() => engine.close())

  const go = async (before: string, after: string, rows: readonly string[] = []) => {
    const [one, two] = [loadDeclarations(before), loadDeclarations(after)]
    const plan = planChange({ before: one.schema, after: two.schema, hints: two.hints, targets: ['postgres'] })
    await travel(engine, postgres, { before: one.schema, after: two.schema, steps: plan.steps, rows })
    return sqlOf(postgres.render(plan.steps, one.schema)).map(sql => sql.split('\n')[0])
  }

  const people = (column: string) => `table people {\n  id int primary\n  ${column}\n}\n`
  const counting = (column: string, name = 'counted') =>
    `function ${name}(least int) returns bigint language sql stable = \`
      begin atomic
        select count(*) from people where ${column} > "least";
      end
    \`\n`

  test('step aside while a column that they read takes another type, and the view that calls them too', async () => {
    const view = 'view counts = `select counted(1) as n`\n'
    const lines = await go(people('age int') + counting('age') + view, people('age bigint') + counting('age') + view, [
      'insert into people values (1, 2)',
    ])
    expect(lines).toEqual([
      'drop view counts',
      'drop function counted(integer)',
      'alter table people alter column age type bigint',
      'create function counted("least" integer)',
      'create view counts as',
    ])
  })

  test('follow renames by themselves', async () => {
    const lines = await go(
      people('age int') + counting('age'),
      people('years int was age').replaceAll('table people', 'table folk was people') +
        counting('years').replace('from people', 'from folk'),
    )
    expect(lines).toEqual([
      'alter table people rename to folk',
      'alter table folk rename constraint people_pkey to folk_pkey',
      'alter table folk rename column age to years',
    ])
  })

  test('go before the column that they read, and one in `return` calls another', async () => {
    const twice = 'function twice(n int) returns int language sql immutable = `return n * 2`\n'
    const quad = 'function quad(n int) returns int language sql immutable = `return twice(twice(n))`\n'
    await go(people('age int') + counting('age') + twice, people('name text') + twice + quad)
    const lines = await go(
      twice + quad,
      twice.replace('returns int', 'returns bigint') + quad.replace('twice(twice(n))', 'twice(n)'),
    )
    expect(lines).toEqual([
      'drop function quad(integer)',
      'drop function twice(integer)',
      'create function twice(n integer)',
      'create function quad(n integer)',
    ])
  })
})

describe('what a catalog says of functions', () => {
  let engine: TestEngine
  beforeAll(async () => {
    engine = await pgliteEngine()
  })
  afterAll(() => engine.close())

  test('is what the text says', async () => {
    const text = `
function plain() returns void language sql = \`select\`
function all_of(a int, inout b text, out c numeric, d text[] default '{}', e timestamptz default null) returns setof record language plpgsql stable leakproof strict security definer parallel restricted cost 7 rows 20 set search_path to public, pg_temp set work_mem to '8MB' = \`begin b := 'x'; c := 1; return next; end\`
function rows_of(n int default 5) returns table (id int, "odd name" text) language sql immutable parallel safe = \`select 1, 'a'\`
function rest_of(variadic v int[]) returns int language sql volatile called on null input security invoker cost 100 = \`select v[1]\`
function ranked() returns bigint language internal window immutable = \`window_rank\`
procedure done(inout a int default -1) language plpgsql = \`begin a := a + 1; end\`
sequence plain_seq as smallint start 1 increment 1 min 1 max 32767 cache 1
sequence down_seq increment -2 max -5 cycle
`
    const { schema } = loadDeclarations(text)
    await engine.fresh()
    await engine.run(
      postgres.render(
        planChange({
          before: loadDeclarations('').schema,
          after: schema,
          hints: loadDeclarations('').hints,
          targets: ['postgres'],
        }).steps,
        loadDeclarations('').schema,
      ),
    )
    const { objects } = await postgres.inspect(engine.query)
    const wanted = postgres.project(schema).objects
    expect([...objects.keys()].sort()).toEqual([...wanted.keys()].sort())
    for (const [key, object] of wanted) expect(objects.get(key), key).toEqual(object)
  })

  test('has the sequence of a serial column, and none of an identity', async () => {
    await engine.fresh()
    await engine.run([
      'create table t (a serial, b bigserial primary key, c int generated always as identity, d int)',
      'create sequence s owned by t.d',
      'alter table t rename column a to z',
    ])
    const { objects } = await postgres.inspect(engine.query)
    expect([...objects.keys()]).toEqual(['sequence s', 'sequence t_a_seq', 'sequence t_b_seq'])
    expect(objects.get('sequence t_a_seq')).toEqual({
      kind: 'sequence',
      name: { name: 't_a_seq' },
      type: 'int',
      owner: { table: { name: 't' }, column: 'z' },
    })
  })
})
