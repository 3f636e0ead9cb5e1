import { describe, expect, test } from 'vitest'
import { diff } from '../../../compiler/diff/diff.ts'
import type { DbObject } from '../../../compiler/schema/objects/db-object.ts'
import { EMPTY_SCHEMA } from '../../../compiler/schema/schema.ts'
import { describeStep } from '../../../compiler/steps/describe.ts'
import { fn, plpgsql, schemaOf, sequence } from './made-objects.ts'
import { cycle, dropped, made, withViews } from './planned.ts'

describe('what needs each other', () => {
  test('a sequence gets its owner when that is there', () => {
    const schema = schemaOf(
      "table t {\n  id int default postgres `nextval('t_id_seq')` sqlite `1`\n}\ntable u {\n  id int\n}",
      sequence('t_id_seq', ['t', 'id']),
      sequence('u_id_seq', ['u', 'id']),
    )
    expect(made(schema)).toEqual([
      'create sequence t_id_seq',
      'create table u',
      'create sequence u_id_seq',
      'create table t',
    ])
    expect(dropped(schema)).toEqual([
      'drop table t',
      'drop sequence u_id_seq',
      'drop table u',
      'drop sequence t_id_seq',
    ])
  })

  test('a default and a check that call what reads the table', () => {
    const schema = schemaOf(
      'table t {\n  id int\n  n int default `f()`\n  m int default `h()`\n  check positive `g(n) > 0`\n  check small `n < 10`\n}',
      fn('f()', 'setof t', 'select * from t'),
      fn('g(integer)', 'integer', 'select max(id) from t'),
      fn('h()', 'integer', 'select 1'),
    )
    expect(made(schema)).toEqual([
      'create function h()',
      'create table t',
      'create function f()',
      'alter column t.n',
      'create function g(integer)',
      'add constraint t.positive',
    ])
    expect(dropped(schema)).toEqual([
      'drop constraint t.positive',
      'alter column t.n',
      'drop function f()',
      'drop function g(integer)',
      'drop table t',
      'drop function h()',
    ])
  })

  test('tables that refer to each other are no knot', () => {
    const schema = schemaOf(
      'table a {\n  id int primary\n  b int -> b\n}\ntable b {\n  id int primary\n  a int -> a\n}',
    )
    expect(made(schema)).toEqual(['create table b', 'create table a'])
  })

  test('functions in SQL are named, with all their members in order', () => {
    const objects: readonly DbObject[] = [
      fn('a()', 'int', 'return b()'),
      fn('alone()', 'int', 'return a()'),
      fn('b()', 'int', 'begin atomic select c(1); end'),
      fn('c(integer)', 'int', 'return a() + 1'),
    ]
    const error = cycle(() => diff(EMPTY_SCHEMA, schemaOf('', ...objects)))
    expect(error.code).toBe('MIG316')
    expect(error.message).toBe(
      'No order fits: each of these needs the next one first: create function a(), create function b(), create function c(integer), and create function a() again.',
    )
    expect(error.steps.map(describeStep)).toEqual([
      'create function a()',
      'create function b()',
      'create function c(integer)',
    ])
    expect(error.remedy).toContain('plpgsql')
  })

  test('a body that is a text can be looked into later, and one is enough', () => {
    const circle = schemaOf('', fn('a()', 'int', 'select b()'), fn('b()', 'int', 'select a()'))
    expect(made(circle)).toEqual(['create function b()', 'create function a()'])
    const mixed = schemaOf('', fn('a()', 'int', 'return b()'), fn('b()', 'int', 'select a()'))
    expect(made(mixed)).toEqual(['create function b()', 'create function a()'])
  })

  test('one body that is not looked into is enough', () => {
    const schema = schemaOf('', fn('a()', 'int', 'select b()'), plpgsql('b()', 'int', 'begin return a(); end'))
    expect(made(schema)).toEqual(['create function b()', 'create function a()'])
  })

  test('a generated column cannot wait', () => {
    const schema = schemaOf(
      'table t {\n  id int\n  n bigint = `f()` stored\n}',
      fn('f()', 'bigint', 'return (select count(*) from t)'),
    )
    expect(cycle(() => diff(EMPTY_SCHEMA, schema)).steps.map(describeStep)).toEqual([
      'create table t',
      'create function f()',
    ])
  })

  test('views that read each other, and what `depends on` ties', () => {
    const views = withViews(
      { name: { name: 'a' }, sql: { all: 'select x from b' } },
      { name: { name: 'b' }, sql: { all: 'select x from a' } },
    )
    expect(cycle(() => diff(EMPTY_SCHEMA, views)).steps.map(describeStep)).toEqual(['create view a', 'create view b'])
    const tied = { ...plpgsql('b()', 'int', 'begin return 1; end'), dependsOn: [{ name: 'a' }] }
    const both = schemaOf('', fn('a()', 'int', 'return b()'), tied)
    expect(cycle(() => diff(EMPTY_SCHEMA, both)).steps).toHaveLength(2)
  })
})
