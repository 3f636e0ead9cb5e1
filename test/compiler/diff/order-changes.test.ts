import { describe, expect, test } from 'vitest'
import { diff } from '../../../compiler/diff/diff.ts'
import { orderSteps } from '../../../compiler/diff/order.ts'
import { describeStep } from '../../../compiler/steps/describe.ts'
import { invertSteps } from '../../../compiler/steps/invert.ts'
import type { Step } from '../../../compiler/steps/step.ts'
import { fn, plpgsql, schemaOf, sequence } from './made-objects.ts'
import { broken, plan } from './planned.ts'

describe('changes stand between what comes and what goes', () => {
  test('a view that leaves a column for a new one', () => {
    const before = schemaOf('table t {\n  id int\n  old int\n}\nview v = `select id, old as x from t`')
    const after = schemaOf('table t {\n  id int\n  new int?\n  dropped old\n}\nview v = `select id, new as x from t`')
    expect(plan(before, after)).toEqual(['add column t.new', 'alter view v', 'drop column t.old'])
    expect(plan(after, before)).toEqual(['add column t.old', 'alter view v', 'drop column t.new'])
  })

  test('a function that leaves a table for a new one, and a default that leaves a function', () => {
    const before = schemaOf(
      'table a {\n  id int\n}\ntable t {\n  id int default `old()`\n}',
      fn('f()', 'bigint', 'select count(*) from a'),
      fn('old()', 'int', 'select 1'),
    )
    const after = schemaOf(
      'table b {\n  id int\n}\ntable t {\n  id int default `f()`\n}',
      fn('f()', 'bigint', 'select count(*) from b'),
    )
    const steps = plan(before, after)
    expect(steps).toEqual([
      'create table b',
      'alter function f()',
      'alter column t.id',
      'drop function old()',
      'drop table a',
    ])
  })

  test('a name is free before it is taken', () => {
    const before = schemaOf('enum mood {\n  good\n}\ntable t {\n  id int\n  state mood\n}\nview w = `select id from t`')
    const after = schemaOf(
      'table t {\n  id int\n  state text convert `state`\n}\ntable mood {\n  id int\n}',
      sequence('w'),
    )
    expect(plan(before, after)).toEqual([
      'drop view w',
      'create sequence w',
      'alter column t.state',
      'drop enum mood',
      'create table mood',
    ])
  })

  test('a view that stays with a name while something else takes it', () => {
    const before = schemaOf('view x = `select 1 as id`\nview v = `select id from x`')
    const after = schemaOf('table x {\n  id int\n}\nview v = `select id, 2 as two from x`')
    const steps = diff(before, after)
    expect(steps.map(describeStep)).toEqual(['drop view x', 'create table x', 'alter view v'])
    expect(broken(steps, before, after)).toEqual([])
    expect(broken(invertSteps(steps), after, before)).toEqual([])
  })

  test('of two views that change places, the one that leaves the other first', () => {
    const before = schemaOf('view a = `select x from b`\nview b = `select 1 as x`')
    const after = schemaOf(
      'view a = `select f() as x`\nview b = `select x from a`',
      plpgsql('f()', 'int', 'begin return (select x from b); end'),
    )
    expect(plan(before, after)).toEqual(['create function f()', 'alter view a', 'alter view b'])
    expect(plan(after, before)).toEqual(['alter view b', 'alter view a', 'drop function f()'])
  })

  test('a value for the rows reads a column that has come and one that has not gone', () => {
    const before = schemaOf('table t {\n  id int\n  old int\n}')
    const after = schemaOf('table t {\n  id int\n  b int?\n  c int?\n  dropped old\n}')
    expect(plan(before, after)).toEqual(['add column t.b', 'add column t.c', 'drop column t.old'])
    const steps = diff(before, after).map((step): Step => {
      if (step.kind !== 'add column' || step.column.name !== 'b') return step
      return { ...step, fill: { kind: 'sql', sql: { all: 'c + old' } } }
    })
    expect(orderSteps(steps, before, after).map(describeStep)).toEqual([
      'add column t.c',
      'add column t.b',
      'drop column t.old',
    ])
  })

  test('a generated column comes after the change of what it reads', () => {
    const before = schemaOf('table t {\n  id int\n  n int\n}')
    const after = schemaOf('table t {\n  id int\n  n bigint\n  double bigint = `n * 2` stored\n}')
    expect(plan(before, after)).toEqual(['alter column t.n', 'add column t.double'])
    expect(plan(after, before)).toEqual(['drop column t.double', 'alter column t.n'])
  })
})
