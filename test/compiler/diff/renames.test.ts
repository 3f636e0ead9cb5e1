import { describe, expect, test } from 'vitest'
import { diff } from '../../../compiler/diff/diff.ts'
import { type Hints, NO_HINTS } from '../../../compiler/diff/hints.ts'
import { spentCycles } from '../../../compiler/diff/spent-cycles.ts'
import { EMPTY_SCHEMA, type Schema } from '../../../compiler/schema/schema.ts'
import { applySteps } from '../../../compiler/steps/apply.ts'
import { describeStep } from '../../../compiler/steps/describe.ts'

/** A schema of tables with integer columns: `{ users: ['id', 'a'] }`. */
function schema(tables: Readonly<Record<string, readonly string[]>>): Schema {
  const list = Object.entries(tables).map(([name, columns]) => ({
    name: { name },
    columns: columns.map(column => ({
      name: column,
      type: { all: { kind: 'builtin' as const, name: 'int' } },
      nullable: false,
    })),
    constraints: [],
    indexes: [],
  }))
  return { ...EMPTY_SCHEMA, tables: new Map(list.map(table => [table.name.name, table])) }
}

function was(...renames: readonly (readonly [table: string | undefined, from: string, to: string])[]): Hints {
  return {
    ...NO_HINTS,
    renames: renames.map(([table, from, to]) =>
      table === undefined ? { kind: 'table', from, to, place: 0 } : { kind: 'column', in: table, from, to, place: 0 },
    ),
  }
}

const plan = (before: Schema, after: Schema, hints: Hints) => diff(before, after, hints).map(describeStep)

describe('a rename comes from `was` alone', () => {
  test('without it a column is dropped and another added', () => {
    expect(plan(schema({ t: ['a'] }), schema({ t: ['b'] }), NO_HINTS)).toEqual(['add column t.b', 'drop column t.a'])
  })

  test('with it the column is renamed', () => {
    expect(plan(schema({ t: ['a'] }), schema({ t: ['b'] }), was(['t', 'a', 'b']))).toEqual(['rename column t.a to b'])
  })

  test('a hint whose old name is gone does nothing', () => {
    expect(plan(schema({ t: ['b'] }), schema({ t: ['b'] }), was(['t', 'a', 'b']))).toEqual([])
  })

  test('a hint whose new name was there already does nothing', () => {
    expect(plan(schema({ t: ['a', 'b'] }), schema({ t: ['b'] }), was(['t', 'a', 'b']))).toEqual(['drop column t.a'])
  })

  test('the old name may be given to something new in the same breath', () => {
    expect(plan(schema({ t: ['a'] }), schema({ t: ['b', 'a'] }), was(['t', 'a', 'b']))).toEqual([
      'rename column t.a to b',
      'add column t.a',
    ])
  })

  test('of two claims on one old name the first counts', () => {
    expect(plan(schema({ t: ['a'] }), schema({ t: ['b', 'c'] }), was(['t', 'a', 'b'], ['t', 'a', 'c']))).toEqual([
      'rename column t.a to b',
      'add column t.c',
    ])
  })

  test('a column of a renamed table is hinted under the new name of the table', () => {
    expect(plan(schema({ t: ['a'] }), schema({ u: ['b'] }), was([undefined, 't', 'u'], ['u', 'a', 'b']))).toEqual([
      'rename table t to u',
      'rename column u.a to b',
    ])
  })
})

describe('two columns that change places', () => {
  const before = schema({ t: ['a', 'b'] })
  const hints = was(['t', 'a', 'b'], ['t', 'b', 'a'])

  test('go through a temporary name', () => {
    expect(plan(before, before, hints)).toEqual([
      'rename column t.a to __mig_a',
      'rename column t.b to a',
      'rename column t.__mig_a to b',
    ])
  })

  test('do so once: the history knows that it is done, since the schema looks the same', () => {
    const steps = diff(before, before, hints)
    const after = applySteps(before, steps)
    expect(diff(after, before, hints, spentCycles(steps))).toEqual([])
  })
})
