import { expect, test } from 'vitest'
import { draftOf, EMPTY_SCHEMA } from '../../../compiler/schema/schema.ts'
import { applyStep } from '../../../compiler/steps/apply.ts'

test('a value with a quote in it is followed into the checks of its columns', () => {
  const name = { name: 'e' }
  const from = { name, values: ["it's"] }
  const type = { all: { kind: 'enum' as const, name } }
  const table = {
    name: { name: 'a' },
    columns: [{ name: 'b', type, nullable: false }],
    constraints: [{ kind: 'check' as const, name: 'k', sql: { all: "b <> 'it''s'" } }],
    indexes: [],
  }
  const draft = draftOf({ ...EMPTY_SCHEMA, enums: new Map([['e', from]]), tables: new Map([['a', table]]) })
  const to = { name, values: ['is'] }
  applyStep(draft, { kind: 'alter enum', from, to, renames: [{ from: "it's", to: 'is' }], moves: [] })
  expect(draft.tables.get('a')?.constraints).toMatchObject([{ sql: { all: "b <> 'is'" } }])
})
