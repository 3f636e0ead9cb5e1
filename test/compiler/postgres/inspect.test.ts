import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { postgres } from '../../../compiler/dialects/postgres/postgres.ts'
import { diff } from '../../../compiler/diff/diff.ts'
import { EMPTY_SCHEMA } from '../../../compiler/schema/schema.ts'
import { pgliteEngine } from '../../engines/pglite.ts'
import { postgresEngine } from '../../engines/postgres.ts'
import type { TestEngine } from '../../engines/test-engine.ts'
import { ENGINES } from './engines.ts'
import { roundTrip } from './round-trip.ts'
import {
  check,
  col,
  enumOf,
  foreign,
  id,
  index,
  label,
  number,
  primary,
  schemaOf,
  sql,
  table,
  text,
  trigger,
  unique,
  view,
} from './schema-of.ts'

describe.each([...ENGINES, ['postgres 18', () => postgresEngine(18)] as const])('inspect on %s', (_, start) => {
  let engine: TestEngine
  beforeAll(async () => {
    engine = await start()
  })
  afterAll(() => engine.close())

  const everything = schemaOf({
    schemas: [{ name: 'audit', comment: "who's who" }],
    enums: [{ ...enumOf('mood', 'sad', "it's"), comment: 'how' }, enumOf('audit.Kind', 'x')],
    tables: [
      table('Odd t', [col('select', 'int'), col('a"b', 'text?', { collate: 'C', default: text("it's") })]),
      table(
        'users',
        [
          col('id', 'bigint', { identity: { always: true, start: '100', increment: '5' } }),
          primary('users_pkey', 'id'),
          col('mood', 'enum mood', { default: label('sad') }),
          col('moods', 'enum mood[]?', { default: text('{sad}') }),
          col('kind', 'enum audit.Kind?'),
          col('email', 'varchar(255)', { comment: 'mail' }),
          col('n', 'decimal(12,2)?', { default: number('-1.5') }),
          col('i', 'int?', { default: number('-1') }),
          col('big', 'bigint?', { default: number('0') }),
          col('ok', 'bool', { default: { kind: 'bool', value: true } }),
          col('at', 'timestamptz(3)', { default: { kind: 'call', name: 'now' } }),
          col('day', 'date?', { default: { kind: 'call', name: 'today' } }),
          col('token', 'uuid', { default: { kind: 'call', name: 'uuid' } }),
          col('j', 'jsonb?', { default: text('{}') }),
          col('country', 'char(2)?', { default: text('US') }),
          col('nothing', 'int?', { default: { kind: 'null' } }),
          col('tags', 'text[]?', { default: text('{}') }),
          col('span', '`interval day to second(3)`?'.replace('`?', '`') as string, { nullable: true }),
          unique('users_email_key', 'email'),
          check('users_i_check', 'i >= 18'),
          index('users_email_idx', ['email'], { unique: true, include: ['n', 'i'], with: [['fillfactor', '70']] }),
          {
            name: 'users_n_idx',
            keys: [
              { column: 'n', desc: true, nulls: 'last' },
              { column: 'i', nulls: 'first' },
              { column: 'day', desc: true },
            ],
            comment: 'sorted',
          },
          { name: 'users_j_idx', keys: [{ column: 'j', opclass: 'jsonb_path_ops' }], using: 'gin' },
          { name: 'users_c_idx', keys: [{ column: 'email', collate: 'C', opclass: 'varchar_pattern_ops' }] },
          index('users_lower_idx', ['id'], { where: { all: 'i IS NOT NULL' } }),
        ],
        { comment: 'people', unlogged: true },
      ),
      table(
        'audit.posts',
        [
          ...id('posts'),
          col('user_id', 'bigint?'),
          {
            ...foreign('posts_user_id_fkey', 'user_id', 'users', { onDelete: 'cascade', onUpdate: 'set null' }),
            comment: 'by',
          },
          foreign('posts_self_fkey', 'user_id', 'audit.posts', {
            match: 'full',
            deferrable: 'initially deferred',
            onDelete: 'restrict',
          }),
          { ...unique('posts_slot', 'user_id', 'id'), deferrable: 'initially immediate' as const },
        ],
        { unlogged: true },
      ),
      table('empty', []),
    ],
  })

  test('gives what project says of the same schema', async () => {
    await engine.fresh()
    await engine.run(postgres.render(diff(EMPTY_SCHEMA, everything), EMPTY_SCHEMA))
    const live = await postgres.inspect(engine.query)
    const wanted = postgres.project(everything)
    expect(live.schemas).toEqual(wanted.schemas)
    expect(live.enums).toEqual(wanted.enums)
    expect(sorted(live)).toEqual(sorted(wanted))
    expect(postgres.project(live)).toEqual(live)
  })

  test('gives views, triggers, checks and generated columns in the words of Postgres', async () => {
    await engine.fresh()
    await engine.run([
      `create function touch() returns trigger language plpgsql as 'begin return new; end'`,
      'create table users (id int, email varchar(20), full_name text generated always as (lower(email)) stored)',
      'create view v as select id from users',
      `comment on view v is 'see'`,
      'create trigger "Tr" before update of email, id on users for each row when (new.id > 1) execute function touch()',
      `comment on trigger "Tr" on users is 'it'`,
      'create constraint trigger late after insert on users deferrable initially deferred for each row execute function touch()',
      'create trigger instead instead of insert on v for each row execute function touch()',
    ])
    const live = await postgres.inspect(engine.query)
    expect(live.tables.get('users')!.columns[2]!.generated).toEqual({
      sql: { all: 'lower(email::text)' },
      stored: true,
    })
    expect(live.views.get('v')).toEqual({
      name: { name: 'v' },
      sql: { all: expect.stringMatching(/^SELECT (users\.)?id\s+FROM users$/) },
      comment: 'see',
    })
    expect([...live.triggers.values()].map(one => [one.table.name, one.name, one.sql.all, one.comment])).toEqual([
      ['users', 'Tr', 'BEFORE UPDATE OF email, id FOR EACH ROW WHEN (new.id > 1) EXECUTE FUNCTION touch()', 'it'],
      [
        'users',
        'late',
        'constraint AFTER INSERT DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION touch()',
        undefined,
      ],
      ['v', 'instead', 'INSTEAD OF INSERT FOR EACH ROW EXECUTE FUNCTION touch()', undefined],
    ])
    const again = postgres.render(
      [...live.triggers.values()].map(one => ({ kind: 'create trigger' as const, trigger: one })),
      { ...live, triggers: new Map() },
    )
    await engine.run([
      ...[...live.triggers.values()].map(one => `drop trigger "${one.name}" on ${one.table.name}`),
      ...again,
    ])
    expect(await postgres.inspect(engine.query)).toEqual(live)
  })

  test('passes over what is not the schema', async () => {
    await engine.fresh()
    await engine.run([
      'create table mig_revisions (id text)',
      'create temporary table passing (a int)',
      'create view pg_temp.passing_too as select 1 as one',
      'create table t (a int constraint "nn" not null)',
    ])
    const live = await postgres.inspect(engine.query)
    expect([...live.tables.keys()]).toEqual(['t'])
    expect(live.tables.get('t')!.constraints).toEqual([])
    expect(live.views.size).toBe(0)
  })

  test('an index that failed to build is not there', async () => {
    await engine.fresh()
    await engine.run(['create table t (a int)', 'insert into t values (1), (1)'])
    const broken = engine.run([{ sql: 'create unique index concurrently i on t (a)', transaction: false }])
    await expect(broken).rejects.toThrow()
    const live = await postgres.inspect(engine.query)
    expect(live.tables.get('t')!.indexes).toEqual([])
  })
})

describe('inspect where there is more', () => {
  let engine: TestEngine
  beforeAll(async () => {
    engine = await pgliteEngine()
  })
  afterAll(() => engine.close())

  test('extensions, and nothing of theirs', async () => {
    await engine.fresh()
    const after = schemaOf({
      extensions: [{ name: 'citext' }],
      tables: [table('t', [col('a', 'citext')]), table('u', [unique('u_a_key', 'a'), col('a', 'int?')])].map(one =>
        one.name.name === 'u'
          ? { ...one, constraints: [{ ...unique('u_a_key', 'a'), nullsNotDistinct: true as const }] }
          : one,
      ),
    })
    await engine.run(postgres.render(diff(EMPTY_SCHEMA, after), EMPTY_SCHEMA))
    const live = await postgres.inspect(engine.query)
    expect(live).toEqual(postgres.project(after))
    await engine.run(postgres.render(diff(after, EMPTY_SCHEMA), after))
    expect(await postgres.inspect(engine.query)).toEqual(EMPTY_SCHEMA)
  })

  test('a column that is worked out on reading becomes a plain one with its values', async () => {
    const of = (more: object) => schemaOf({ tables: [table('t', [col('a', 'int'), col('b', 'int?', more)])] })
    const virtual = { generated: { sql: { all: 'a + 1' }, stored: false } }
    await roundTrip(engine, {
      before: of(virtual),
      after: of({ default: number('0') }),
      rows: ['insert into t (a) values (4)'],
      kept: ['select a, b from t'],
      answers: { 'select b from t': [{ b: 5 }] },
    })
  })

  test('a column that is worked out on reading', async () => {
    await engine.fresh()
    const after = schemaOf({
      tables: [
        table('t', [col('a', 'int'), col('b', 'int?', { generated: { sql: { all: 'a + 1' }, stored: false } })]),
      ],
      views: [view('v', 'select 1 as one')],
      triggers: [trigger('x', 't', 'sqlite', { only: 'sqlite' })],
    })
    await engine.run(postgres.render(diff(EMPTY_SCHEMA, after), EMPTY_SCHEMA))
    expect((await postgres.inspect(engine.query)).tables.get('t')!.columns[1]!.generated).toEqual({
      sql: { all: 'a + 1' },
      stored: false,
    })
  })
})

test('project takes the value for Postgres', () => {
  const given = schemaOf({
    tables: [
      table('t', [
        col('a', 'int', { only: 'postgres', default: { kind: 'sql', sql: { all: '1', postgres: `'2'::integer` } } }),
        col('b', 'int', { default: sql('null') }),
        col('c', 'text', { default: { kind: 'sql', sql: { sqlite: `'s'` } } }),
        col('d', 'enum mood', { default: sql(`'sad'`) }),
        col('e', 'bigint', { identity: { always: false, start: '1', increment: '1' } }),
        { name: 'i', keys: [{ column: 'a', nulls: 'last' }], using: 'BTREE' },
      ]),
    ],
    extensions: [{ name: 'citext', version: '1.6' }],
  })
  const projected = postgres.project(given)
  expect(projected.tables.get('t')!.columns).toEqual([
    { name: 'a', type: { all: { kind: 'raw', sql: 'integer' } }, nullable: false, default: number('2') },
    { name: 'b', type: { all: { kind: 'raw', sql: 'integer' } }, nullable: false },
    { name: 'c', type: { all: { kind: 'raw', sql: 'text' } }, nullable: false },
    { name: 'd', type: { all: type('mood') }, nullable: false, default: label('sad') },
    { name: 'e', type: { all: { kind: 'raw', sql: 'bigint' } }, nullable: false, identity: { always: false } },
  ])
  expect(projected.tables.get('t')!.indexes).toEqual([{ name: 'i', keys: [{ column: 'a' }] }])
  expect(projected.extensions.get('citext')).toEqual({ name: 'citext' })
})

function type(name: string) {
  return { kind: 'enum' as const, name: { name } }
}

function sorted(schema: ReturnType<typeof schemaOf>) {
  const byName = <T extends { readonly name: string }>(items: readonly T[]) =>
    [...items].sort((a, b) => (a.name < b.name ? -1 : 1))
  return [...schema.tables]
    .map(([, one]) => ({ ...one, constraints: byName(one.constraints), indexes: byName(one.indexes) }))
    .sort((a, b) => (a.name.name < b.name.name ? -1 : 1))
}
