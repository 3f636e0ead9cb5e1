import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { printRevision } from '../../language/print/revision.ts'
import { readRevision } from '../../language/revision-text.ts'

const text = readFileSync(new URL('history.mig', import.meta.url), 'utf8')
const HEAD = "revision a 'x'\ncreated 2026-01-05T05:30:00Z\n"

test('a revision reads, and prints as it was written', () => {
  const { revision, diagnostics } = readRevision(text, 'r')
  expect(diagnostics).toEqual([])
  expect(printRevision(revision!)).toBe(text)
})

test('its head', () => {
  const { steps: _, ...head } = readRevision(text, 'r').revision!
  expect(head).toStrictEqual({
    id: 'b5fa6c4653db',
    message: 'add exercises',
    parents: ['ab52a8c0fcb8'],
    needs: ['1e5f00000000', '123456789012'],
    labels: ['training'],
    created: '2026-01-05T05:30:00Z',
    allows: [{ code: 'MIG204', object: 'users.phone', reason: 'the table is empty' }],
  })
})

test('steps are whole values', () => {
  const { steps } = readRevision(text, 'r').revision!
  const of = (kind: string, at = 0) => steps.filter(step => step.kind === kind)[at]
  expect(of('alter enum')).toStrictEqual({
    kind: 'alter enum',
    from: {
      name: { name: 'order_status' },
      values: ['pending', 'sent', 'cancelled'],
      comment: 'What an order can be.',
    },
    to: {
      name: { name: 'order_status' },
      values: ['pending', 'shipped', 'returned'],
      comment: 'What an order can be.',
    },
    renames: [{ from: 'sent', to: 'shipped' }],
    moves: [
      { value: 'cancelled', to: 'pending' },
      { value: 'returned', to: 'shipped' },
    ],
  })
  expect(of('alter column', 1)).toStrictEqual({
    kind: 'alter column',
    table: { name: 'users' },
    from: { name: 'email', type: { all: { kind: 'builtin', name: 'text' } }, nullable: false, comment: 'Old.' },
    to: {
      name: 'email',
      type: { all: { kind: 'builtin', name: 'text' }, postgres: { kind: 'builtin', name: 'citext' } },
      nullable: false,
      comment: 'New.',
    },
    fill: { kind: 'string', value: 'nobody@example.com' },
  })
  expect(of('create table')).toMatchObject({
    table: {
      strict: true,
      comment: 'What people train.',
      columns: [{ comment: 'A number.' }, {}, { type: { all: { kind: 'enum' } } }, {}],
      constraints: [{ name: 'exercises_pkey' }, { name: 'exercises_name_key' }, { name: 'exercises_owner_id_fkey' }],
    },
  })
  expect(of('rename table')).toEqual({
    kind: 'rename table',
    from: { name: 'old_things' },
    to: { schema: 'audit', name: 'things' },
  })
})

test('a field that is renamed and an object that is converted print as they are read', () => {
  const steps = `${HEAD}
alter composite address {
  street text
} to composite address {
  road text was street
}

alter object measure {
  create \`create type measure as (amount numeric)\`
  drop \`drop type measure\`
} to object measure {
  create \`create type measure as (amount numeric, unit text)\`
  drop \`drop type measure\`
  convert \`alter type measure add attribute unit text\`
  revert \`alter type measure drop attribute unit\`
}
`
  const { revision, diagnostics } = readRevision(steps, 'r')
  expect(diagnostics).toEqual([])
  expect(printRevision(revision!)).toBe(steps)
})

test('a hint that no step takes has no place there', () => {
  const text = `${HEAD}\nalter composite a {\n  b text\n} to composite a {\n  c text was b\n  dropped d\n}\n`
  expect(readRevision(text, 'r').diagnostics).toMatchObject([{ code: 'MIG114', range: { start: { line: 7 } } }])
})

test('each step has its place', () => {
  const { places, revision } = readRevision(text, 'r')
  expect(places).toHaveLength(revision!.steps.length)
  expect(places[2]?.start).toMatchObject({ line: 22, column: 0 })
})

test.each<readonly [string, string]>([
  ['created 2026-01-05T05:30:00Z\n', "1:1 MIG140 A revision begins with `revision ID 'message'`."],
  ["revision a 'x'\n", '1:1 MIG140 A revision begins with a line `created TIME`.'],
  [`${HEAD}revision b 'y'\n`, '3:1 MIG140 The head of a revision stands in it once.'],
  ["revision 1.5 'x'\ncreated 2026-01-05T05:30:00Z\n", '1:10 MIG108 `1.5` is no id of a revision.'],
  [`${HEAD}table a {\n}\n`, '3:1 MIG114 A revision holds steps: what changes, not what is.'],
  [`${HEAD}import 'x'\n`, '3:1 MIG114 A revision holds steps: what changes, not what is.'],
  [`${HEAD}create table a was b {\n}\n`, '3:16 MIG114 A revision has no hints: the steps say what happens.'],
  [`${HEAD}create table a {\n  x int was y\n}\n`, '4:9 MIG114 A revision has no hints: the steps say what happens.'],
  [`${HEAD}add column a: x int unique\n`, '3:21 MIG141 A key, check or index of a column is a step of its own.'],
  [`${HEAD}add column a: x int was y\n`, '3:21 MIG114 A revision has no hints: a rename is a step of its own.'],
  [`${HEAD}add column a: x int convert \`x\`\n`, '3:15 MIG141 Nothing is converted when a column is added or dropped.'],
  [`${HEAD}rename column x to y\n`, '3:15 MIG141 The table of the column is missing.'],
  [`${HEAD}sql 'x' {\n  up \`a\`\n}\n`, '3:5 MIG141 The step has no `down`.'],
  [`${HEAD}sql 'x' {\n  up \`a\`\n  up \`b\`\n  down none\n}\n`, '5:3 MIG107 `up` is given twice.'],
  [
    `${HEAD}create table a {\n  b int -> c\n}\n`,
    '4:9 MIG141 A foreign key in a revision names the columns that it goes to.',
  ],
  [
    `${HEAD}alter enum e {\n  a\n} to {\n  removed a\n}\n`,
    '6:3 MIG114 A revision has no hints: a value that is not in the second block is dropped.',
  ],
])('%s', (wrong, expected) => {
  const { revision, diagnostics } = readRevision(wrong, 'r')
  expect(revision).toBeUndefined()
  expect(
    diagnostics.map(
      ({ code, message, range }) => `${range.start.line + 1}:${range.start.column + 1} ${code} ${message}`,
    ),
  ).toEqual([expected])
})

test('a name that is left out is made, a type that is not built in is an enum', () => {
  const { revision } = readRevision(
    `${HEAD}add index t: index (a, \`lower(b)\`)\nadd constraint t: unique (a, b)\nadd column t: p "point"\nadd column t: q point\n`,
    'r',
  )
  expect(revision?.steps).toMatchObject([
    { index: { name: 't_a_lower_idx' } },
    { constraint: { name: 't_a_b_key' } },
    { column: { type: { all: { kind: 'enum', name: { name: 'point' } } } } },
    { column: { type: { all: { kind: 'builtin', name: 'point' } } } },
  ])
})
