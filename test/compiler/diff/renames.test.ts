import { describe, expect, test } from 'vitest'
import { diff } from '../../../compiler/diff/diff.ts'
import { type Hints, NO_HINTS } from '../../../compiler/diff/hints.ts'
import { spentCycles } from '../../../compiler/diff/spent-cycles.ts'
import { EMPTY_SCHEMA, type Schema } from '../../../compiler/schema/schema.ts'
import { applySteps } from '../../../compiler/steps/apply.ts'
import { describeStep } from '../../../compiler/steps/describe.ts'
import type { Step } from '../../../compiler/steps/step.ts'

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

  test('once it is done, other names of the table and its schema do not bring it back', () => {
    const table = diff(schema({ u: ['a', 'b'] }), schema({ t: ['a', 'b'] }), was([undefined, 'u', 't']))
    expect(
      diff(
        before,
        before,
        hints,
        spentCycles([
          ...diff(schema({ u: ['a', 'b'] }), schema({ u: ['a', 'b'] }), was(['u', 'a', 'b'], ['u', 'b', 'a'])),
          ...table,
        ]),
      ),
    ).toEqual([])
    const swap = diff(before, before, hints)
    const both = was([undefined, 't', 'v'], ['v', 'a', 'b'], ['v', 'b', 'a'])
    expect(diff(before, schema({ v: ['a', 'b'] }), both, spentCycles(swap)).map(describeStep)).toEqual([
      'rename table t to v',
    ])
    const moved = (from: string, to: string): Step => ({ kind: 'rename schema', from, to })
    const steps: readonly Step[] = [
      { kind: 'rename table', from: { schema: 's', name: 'x' }, to: { schema: 's', name: '__mig_x' } },
      { kind: 'rename table', from: { schema: 's', name: 'y' }, to: { schema: 's', name: 'x' } },
      { kind: 'rename table', from: { schema: 's', name: '__mig_x' }, to: { schema: 's', name: 'y' } },
      { kind: 'rename column', table: { schema: 's', name: 'x' }, from: 'a', to: '__mig_a' },
      { kind: 'rename column', table: { schema: 's', name: 'x' }, from: 'b', to: 'a' },
      { kind: 'rename column', table: { schema: 's', name: 'x' }, from: '__mig_a', to: 'b' },
      moved('s', 'new one'),
    ]
    expect([...spentCycles(steps)].map(key => JSON.parse(key)).sort()).toEqual([
      ['column', '"new one".x', 'a', 'b'],
      ['column', '"new one".x', 'b', 'a'],
      ['table', null, '"new one".x', '"new one".y'],
      ['table', null, '"new one".y', '"new one".x'],
    ])
  })
})

describe('two values of an enum that change places', () => {
  const withEnum = (values: readonly string[], name = 'e'): Schema => ({
    ...EMPTY_SCHEMA,
    enums: new Map([[name, { name: { name }, values }]]),
  })
  const swapped = (key: string): Hints => ({
    ...NO_HINTS,
    renames: [
      { kind: 'enum value', in: key, from: 'a', to: 'b', place: 0 },
      { kind: 'enum value', in: key, from: 'b', to: 'a', place: 0 },
    ],
  })
  const renames = [
    { from: 'a', to: 'b' },
    { from: 'b', to: 'a' },
  ]

  const pairs = (...renames: readonly (readonly [string, string])[]) => ({
    from: { name: { name: 'e' }, values: ['a', 'b'] },
    to: { name: { name: 'e' }, values: ['b', 'c'] },
    renames: renames.map(([from, to]) => ({ from, to })),
  })

  test('do so in the order that they had, too', () => {
    expect(diff(withEnum(['a', 'b']), withEnum(['a', 'b']), swapped('e'))).toMatchObject([{ renames }])
    expect(diff(withEnum(['a', 'b']), withEnum(['b', 'a']), swapped('e'))).toMatchObject([{ renames }])
  })

  test('are no circle where one only takes the name that another leaves', () => {
    const chain = [{ kind: 'alter enum', ...pairs(['a', 'b'], ['b', 'c']), moves: [] }] as const
    expect([...spentCycles(chain)]).toEqual([])
  })

  test('do so once, also when the enum changes or gets another name later', () => {
    const steps = diff(withEnum(['a', 'b']), withEnum(['b', 'a']), swapped('e'))
    expect(diff(withEnum(['b', 'a']), withEnum(['b', 'a']), swapped('e'), spentCycles(steps))).toEqual([])
    const later = diff(withEnum(['b', 'a']), withEnum(['b', 'a', 'c']), swapped('e'), spentCycles(steps))
    expect(later).toMatchObject([{ kind: 'alter enum', renames: [] }])
    const both = {
      ...swapped('f'),
      renames: [...swapped('f').renames, { kind: 'enum' as const, from: 'e', to: 'f', place: 0 }],
    }
    const now = diff(withEnum(['b', 'a']), withEnum(['b', 'a', 'c'], 'f'), both, spentCycles(steps))
    expect(now).toMatchObject([{ kind: 'rename enum' }, { kind: 'alter enum', renames: [] }])
    const renamed: Step = { kind: 'rename enum', from: { name: 'e' }, to: { name: 'f' } }
    const spent = spentCycles([...steps, renamed])
    expect(diff(withEnum(['b', 'a'], 'f'), withEnum(['b', 'a', 'c'], 'f'), swapped('f'), spent)).toMatchObject([
      { renames: [] },
    ])
  })
})

test('two fields of a composite type change places once, also when the type gets another name later', () => {
  const withFields = (names: readonly string[], name = 'pair'): Schema => {
    const fields = names.map(field => ({ name: field, type: { all: { kind: 'builtin' as const, name: 'int' } } }))
    const object = { kind: 'composite' as const, name: { name }, fields, only: 'postgres' as const }
    return { ...EMPTY_SCHEMA, objects: new Map([[`composite ${name}`, object]]) }
  }
  const swapped = (key: string): Hints => ({
    ...NO_HINTS,
    renames: [
      { kind: 'field', in: key, from: 'a', to: 'b', place: 0 },
      { kind: 'field', in: key, from: 'b', to: 'a', place: 0 },
    ],
  })
  const renames = [
    { from: 'a', to: 'b' },
    { from: 'b', to: 'a' },
  ]
  const both = withFields(['a', 'b'])
  const steps = diff(both, withFields(['b', 'a']), swapped('pair'))
  expect(steps).toMatchObject([{ kind: 'alter object', renames }])
  expect(diff(both, both, swapped('pair'))).toMatchObject([{ renames }])
  expect(diff(both, both, swapped('pair'), spentCycles(steps))).toEqual([])
  const id = (name: string) => ({ kind: 'composite' as const, name: { name } })
  const spent = spentCycles([...steps, { kind: 'rename object', from: id('pair'), to: id('couple') }])
  expect(diff(withFields(['b', 'a'], 'couple'), withFields(['b', 'a'], 'couple'), swapped('couple'), spent)).toEqual([])
})
