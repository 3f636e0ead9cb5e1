import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { diff } from '../../../compiler/diff/diff.ts'
import { type Hints, NO_HINTS } from '../../../compiler/diff/hints.ts'
import type { Constraint } from '../../../compiler/schema/constraint.ts'
import { madeName } from '../../../compiler/schema/made-name.ts'
import { EMPTY_SCHEMA, type Schema } from '../../../compiler/schema/schema.ts'
import type { Table } from '../../../compiler/schema/table.ts'
import type { Index } from '../../../compiler/schema/table-index.ts'
import { applySteps } from '../../../compiler/steps/apply.ts'
import { describeStep } from '../../../compiler/steps/describe.ts'
import { invertSteps } from '../../../compiler/steps/invert.ts'
import type { Step } from '../../../compiler/steps/step.ts'
import { check, column, schema, table } from '../../build.ts'

const TABLES = ['users', 'people'] as const
const COLUMNS = ['a', 'b', 'c'] as const

/** Names as Postgres would make them for one of the tables and columns, and some that nobody would make. */
const NAMES = [
  ...TABLES.flatMap(of => [madeName(of, [], 'pkey'), madeName(of, [], 'check')]),
  ...TABLES.flatMap(of =>
    COLUMNS.flatMap(one => (['key', 'check', 'idx'] as const).map(label => madeName(of, [one], label))),
  ),
  'users_a_key1',
  'people_b_check1',
  'odd',
  'other',
]

const arbitraryNames = fc.uniqueArray(fc.constantFrom(...NAMES), { minLength: 7, maxLength: 7 })

function build(name: string, columns: readonly string[], names: readonly string[]): Schema {
  const [one, two] = columns as [string, string]
  const constraints: Constraint[] = [
    { kind: 'primary', name: names[0]!, columns: [one] },
    { kind: 'unique', name: names[1]!, columns: [one, two] },
    { kind: 'unique', name: names[2]!, columns: [two] },
    check(names[3]!, `${one} > 0`),
    check(names[4]!, `${one} > ${two}`),
  ]
  const indexes: Index[] = [
    { name: names[5]!, keys: [{ column: one }] },
    { name: names[6]!, keys: [{ column: two }], where: { all: `${two} > 0` } },
  ]
  return schema(
    table(
      name,
      columns.map(item => column(item, 'int')),
      constraints,
      indexes,
    ),
  )
}

function hintsOf(from: string, to: string, columns: readonly (readonly [string, string])[]): Hints {
  const renames = columns
    .filter(([one, other]) => one !== other)
    .map(([one, other]) => ({ kind: 'column' as const, in: to, from: one, to: other, place: 0 }))
  return {
    ...NO_HINTS,
    renames: [...(from === to ? [] : [{ kind: 'table' as const, from, to, place: 0 }]), ...renames],
  }
}

function difference(a: Schema, b: Schema): readonly string[] {
  return diff(a, b).map(describeStep)
}

/** The names of a table's members are all different, after each of the steps. */
function expectApart(before: Schema, steps: readonly Step[]): void {
  let now = before
  for (const step of steps) {
    now = applySteps(now, [step])
    for (const { constraints, indexes } of now.tables.values()) {
      const names = [...constraints, ...indexes].map(item => item.name)
      expect(new Set(names).size, `${describeStep(step)}: ${names.join(', ')}`).toBe(names.length)
    }
  }
}

describe('names of keys that somebody wrote', () => {
  test('are what the text says on both ways, whatever they are made like', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...TABLES),
        fc.constantFrom(...TABLES),
        fc.shuffledSubarray([...COLUMNS], { minLength: 2, maxLength: 2 }),
        fc.shuffledSubarray([...COLUMNS], { minLength: 2, maxLength: 2 }),
        arbitraryNames,
        fc.oneof(fc.constant(undefined), arbitraryNames),
        (from, to, was, is, names, others) => {
          const before = build(from, was, names)
          const after = build(to, is, others ?? names)
          const hints = hintsOf(from, to, [
            [was[0]!, is[0]!],
            [was[1]!, is[1]!],
          ])
          const steps = diff(before, after, hints)
          expectApart(before, steps)
          expect(difference(applySteps(before, steps), after)).toEqual([])
          expectApart(after, invertSteps(steps))
          expect(difference(applySteps(after, invertSteps(steps)), before)).toEqual([])
        },
      ),
      { numRuns: 1000 },
    )
  })

  const rename = (names: readonly [before: string, after: string]) => {
    const one = (of: string, name: string): Table =>
      table(of, [column('id', 'int')], [{ kind: 'primary', name, columns: ['id'] }])
    const [before, after] = [
      { ...EMPTY_SCHEMA, tables: new Map([['users', one('users', names[0])]]) },
      { ...EMPTY_SCHEMA, tables: new Map([['people', one('people', names[1])]]) },
    ]
    return diff(before, after, hintsOf('users', 'people', [])).map(describeStep)
  }

  test('a name that was made follows by itself', () => {
    expect(rename(['users_pkey', 'people_pkey'])).toEqual(['rename table users to people'])
    expect(rename(['odd', 'odd'])).toEqual(['rename table users to people'])
  })

  test('one that is written like the old made name is given back', () => {
    expect(rename(['users_pkey', 'users_pkey'])).toEqual([
      'rename table users to people',
      'rename constraint people.people_pkey to users_pkey',
    ])
  })

  test('one that is written like the new made name waits aside, so that the way back finds it', () => {
    expect(rename(['people_pkey', 'people_pkey'])).toEqual([
      'rename constraint users.people_pkey to __mig_people_pkey',
      'rename table users to people',
      'rename constraint people.__mig_people_pkey to people_pkey',
    ])
  })
})
