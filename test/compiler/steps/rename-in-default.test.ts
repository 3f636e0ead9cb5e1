import { expect, test } from 'vitest'
import type { Value } from '../../../compiler/schema/value.ts'
import { renameInDefault } from '../../../compiler/steps/follow/rename-in-default.ts'
import type { AlterEnum } from '../../../compiler/steps/step.ts'

const step: AlterEnum = {
  kind: 'alter enum',
  from: { name: { name: 'status' }, values: ['a', 'b', 'c d', 'e'] },
  to: { name: { name: 'status' }, values: ['b', 'a', 'c', "it's"] },
  renames: [
    { from: 'a', to: 'b' },
    { from: 'b', to: 'a' },
    { from: 'c d', to: 'c' },
    { from: 'e', to: "it's" },
  ],
  moves: [],
}

function renamed(value: Value): Value | undefined {
  return renameInDefault(
    { name: 'x', type: { all: { kind: 'enum', name: { name: 'status' } } }, nullable: true, default: value },
    step,
  ).default
}

test.each([
  ['a', 'b'],
  ['c d', 'c'],
  ['{a,b,"c d",NULL}', '{b,a,c,NULL}'],
  ['{{a,e},{b,b}}', "{{b,it's},{a,a}}"],
  ['["a","c d"]', '["b","c"]'],
  ['z', 'z'],
  ['{"a"}', '{"a"}'],
  ['[ "a" ]', '[ "a" ]'],
])('the text %s becomes %s', (before, after) => {
  expect(renamed({ kind: 'string', value: before })).toEqual({ kind: 'string', value: after })
})

test.each([
  [`'a'`, `'b'`],
  [`'a'::status`, `'b'::status`],
  [`'e'::public.status`, `'it''s'::public.status`],
  [`cast('a' as status)`, `cast('b' as status)`],
  [`array['a', 'c d']::status[]`, `array['b', 'c']::status[]`],
  [`array['a'::status]`, `array['b'::status]`],
  [`'{a,"c d"}'::status[]`, `'{b,c}'::status[]`],
  [`('a'::text)::status`, `('a'::text)::status`],
  [`coalesce(null, 'a')::status`, `coalesce(null, 'a')::status`],
  [`E'a'`, `E'a'`],
  [`lower('A')::status`, `lower('A')::status`],
])('the SQL %s becomes %s', (before, after) => {
  expect(renamed({ kind: 'sql', sql: { all: before } })).toEqual({ kind: 'sql', sql: { all: after } })
})

test('each database has its own', () => {
  const sql = { postgres: `'{a}'::status[]`, sqlite: `'["a"]'` }
  expect(renamed({ kind: 'sql', sql })).toEqual({
    kind: 'sql',
    sql: { postgres: `'{b}'::status[]`, sqlite: `'["b"]'` },
  })
})
