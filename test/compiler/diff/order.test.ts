import { describe, expect, test } from 'vitest'
import { fn, plpgsql, schemaOf, sequence } from './made-objects.ts'
import { dropped, made, withViews } from './planned.ts'

describe('what SQL texts use comes first and goes last', () => {
  test.each([
    ['default', 'code text default `next_code()`'],
    ['check', 'code text check `code = next_code()`'],
    ['generated column', 'code text = `next_code()` stored'],
    ['key of an index', 'code text\n  index (`next_code()`)'],
    ['predicate of an index', 'code text\n  index (code) where `code > next_code()`'],
    ['default of Postgres', "code text default postgres `next_code()` sqlite `'x'`"],
    ['default with a qualified name', 'code text default `public.next_code()`'],
    ['default with a quoted name', 'code text default `"next_code" ( )`'],
    ['default inside of a call', 'code text default `upper(next_code() || 1)`'],
  ])('a function, by a %s', (_, member) => {
    const schema = schemaOf(
      `table first {\n  id int primary\n}\ntable items {\n  id int primary\n  ${member}\n}`,
      fn('next_code()', 'text', `select 'x'`),
    )
    expect(made(schema)).toEqual(['create table first', 'create function next_code()', 'create table items'])
    expect(dropped(schema)).toEqual(['drop table items', 'drop function next_code()', 'drop table first'])
  })

  test('a table, by functions that return, take or read its rows', () => {
    const schema = schemaOf(
      'table used {\n  id int primary\n  a int default `counted()`\n  b int default `listed(null)`\n  c text default `latest()`\n}\ntable x {\n  id int primary\n}\ntable y {\n  id int primary\n}\ntable z {\n  id int primary\n}',
      fn('latest()', 'setof x', 'select null'),
      fn('listed(y)', 'int', 'select 1'),
      fn('counted()', 'bigint', 'select count(*) from z where exists (select 1 from x)'),
    )
    expect(made(schema)).toEqual([
      'create table z',
      'create table x',
      'create function counted()',
      'create table y',
      'create function listed(y)',
      'create function latest()',
      'create table used',
    ])
    expect(dropped(schema)).toEqual([
      'drop table used',
      'drop function latest()',
      'drop function listed(y)',
      'drop function counted()',
      'drop table x',
      'drop table y',
      'drop table z',
    ])
  })

  test('a function that uses a view that uses a function', () => {
    const schema = schemaOf(
      'table t {\n  id int primary\n}\nview last = `select total() as x`\nview middle = `select id, one() from t`',
      fn('total()', 'bigint', 'select count(*) from middle'),
      fn('one()', 'int', 'select 1'),
    )
    expect(made(schema)).toEqual([
      'create table t',
      'create function one()',
      'create view middle',
      'create function total()',
      'create view last',
    ])
    expect(dropped(schema)).toEqual([
      'drop view last',
      'drop function total()',
      'drop view middle',
      'drop function one()',
      'drop table t',
    ])
  })

  test('the function of a trigger, whatever the trigger hands to it', () => {
    const schema = schemaOf(
      "table t {\n  id int primary\n}\ntrigger touched on t {\n  postgres `before insert for each row when (new.id > one()) execute function touch('a', 'b')`\n  sqlite `after insert begin select 1; end`\n}",
      plpgsql('touch()', 'trigger', 'begin return new; end'),
      fn('one()', 'int', 'select 1'),
    )
    expect(made(schema).at(-1)).toBe('create trigger touched on t')
    expect(dropped(schema)[0]).toBe('drop trigger touched on t')
  })

  test('a sequence, by the string that names it', () => {
    const schema = schemaOf(
      "table t {\n  id int primary default postgres `nextval('numbers'::regclass)` sqlite `1`\n  n int default postgres `nextval('public.\"Others\"')` sqlite `1`\n}",
      sequence('numbers'),
      sequence('Others'),
    )
    expect(made(schema)).toEqual(['create sequence numbers', 'create sequence Others', 'create table t'])
    expect(dropped(schema)).toEqual(['drop table t', 'drop sequence numbers', 'drop sequence Others'])
  })

  test('a type, by a function that takes it, and the table of a raw type', () => {
    const schema = schemaOf(
      "enum mood {\n  good\n  bad\n}\ntable box {\n  id int primary\n  inside `things` only postgres\n}\ntable things {\n  id int primary\n  state mood[] default `pick('good')`\n}",
      fn('pick(mood)', 'mood[]', 'select null'),
    )
    expect(made(schema)).toEqual([
      'create enum mood',
      'create function pick(mood)',
      'create table things',
      'create table box',
    ])
    expect(dropped(schema)).toEqual([
      'drop table box',
      'drop table things',
      'drop function pick(mood)',
      'drop enum mood',
    ])
  })

  test('of overloads, the one with that many arguments', () => {
    const texts =
      'table a {\n  id int default `f(1)`\n}\ntable b {\n  id int default `f(1, 2)`\n}\ntable c {\n  id int default `f()`\n}'
    const schema = schemaOf(
      texts,
      fn('f(integer, integer)', 'int', 'select 1 from a'),
      fn('f(integer)', 'int', 'select 1 from c'),
      fn('f(variadic integer[])', 'int', 'select 1'),
    )
    expect(made(schema).indexOf('create function f(integer, integer)')).toBeLessThan(
      made(schema).indexOf('create table b'),
    )
    expect(made(schema).indexOf('create table c')).toBeLessThan(made(schema).indexOf('create function f(integer)'))
    expect(made(schema).indexOf('create function f(integer)')).toBeLessThan(made(schema).indexOf('create table a'))
  })

  test('a table that only a body in PL/pgSQL names, as long as nothing is against it', () => {
    const body = 'declare n orders.id%type; begin execute $q$ delete from lines $q$; return 1; end'
    const schema = schemaOf(
      'table t {\n  id int default `f()`\n}\ntable orders {\n  id int\n}\ntable lines {\n  id int\n}',
      plpgsql('f()', 'int', body),
    )
    expect(made(schema)).toEqual(['create table orders', 'create table lines', 'create function f()', 'create table t'])
    const tied = schemaOf(
      'table t {\n  id int default `f()`\n}',
      plpgsql('f()', 'int', 'begin delete from t; return 1; end'),
    )
    expect(made(tied)).toEqual(['create function f()', 'create table t'])
  })

  test('a text for SQLite wishes only: it looks nothing up', () => {
    const sql = { postgres: 'select 1 as x', sqlite: 'select x from b' }
    const crossed = withViews({ name: { name: 'a' }, sql }, { name: { name: 'b' }, sql: { all: 'select x from a' } })
    expect(made(crossed)).toEqual(['create view a', 'create view b'])
    expect(
      made(withViews({ name: { name: 'a' }, sql }, { name: { name: 'b' }, sql: { all: 'select 1 as x' } })),
    ).toEqual(['create view b', 'create view a'])
  })

  test('a domain, a composite type and a materialized view', () => {
    const text = { all: { kind: 'builtin' as const, name: 'text' } }
    const email = { kind: 'enum' as const, name: { name: 'email' } }
    const schema = schemaOf(
      'table t {\n  id int primary\n  mail `email` only postgres\n  home `address[]` only postgres\n}\nview last = `select n from counted`',
      fn('is_email(text)', 'boolean', 'select true'),
      { kind: 'composite', name: { name: 'address' }, fields: [{ name: 'mail', type: { all: email } }] },
      {
        kind: 'domain',
        name: { name: 'email' },
        type: text,
        checks: [{ name: 'email_check', sql: { all: 'is_email(value)' } }],
      },
      {
        kind: 'materialized view',
        name: { name: 'counted' },
        sql: { all: 'select count(*) as n, one() from t' },
        indexes: [{ name: 'counted_two', keys: [{ sql: { all: 'two(n)' } }] }],
      },
      fn('one()', 'int', 'select 1'),
      fn('two(bigint)', 'int', 'select 1'),
    )
    expect(made(schema)).toEqual([
      'create function is_email(text)',
      'create domain email',
      'create composite address',
      'create table t',
      'create function one()',
      'create function two(bigint)',
      'create materialized view counted',
      'create view last',
    ])
    expect(dropped(schema)).toEqual([
      'drop view last',
      'drop materialized view counted',
      'drop table t',
      'drop composite address',
      'drop domain email',
      'drop function is_email(text)',
      'drop function one()',
      'drop function two(bigint)',
    ])
  })

  test('an extension, of which nobody knows what it brings, by everything', () => {
    const schema = schemaOf(
      'table t {\n  id int primary\n  place `geometry(point, 4326)` only postgres\n  was_at text default `f()`\n}\nextension postgis schema geo only postgres\nschema geo only postgres',
      fn('f()', 'text', 'select st_astext(null)'),
    )
    expect(made(schema)).toEqual([
      'create schema geo',
      'create extension postgis',
      'create function f()',
      'create table t',
    ])
    expect(dropped(schema)).toEqual(['drop table t', 'drop function f()', 'drop extension postgis', 'drop schema geo'])
  })

  test('what a search path may lead to', () => {
    const schema = schemaOf(
      'schema app only postgres\ntable t {\n  id int default `f()`\n}',
      fn('app.f()', 'int', 'select 1'),
    )
    expect(made(schema)).toEqual(['create schema app', 'create function app.f()', 'create table t'])
  })

  test('what `depends on` names', () => {
    const unseen = {
      ...fn('run()', 'int', 'select 1'),
      dependsOn: [{ name: 'helper' }, { name: 'v' }, { name: 'x', schema: 'public' }],
    }
    const schema = schemaOf(
      'view v = `select 1 as one`\ntable x {\n  id int\n}',
      unseen,
      fn('helper(integer)', 'int', 'select 1'),
    )
    expect(made(schema)).toEqual([
      'create table x',
      'create function helper(integer)',
      'create view v',
      'create function run()',
    ])
    expect(dropped(schema)).toEqual([
      'drop function run()',
      'drop view v',
      'drop function helper(integer)',
      'drop table x',
    ])
  })
})
