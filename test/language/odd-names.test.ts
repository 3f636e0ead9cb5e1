import { expect, test } from 'vitest'
import { loadProject } from '../../language/load.ts'

test('a type alias and a mixin of odd names are found by them, also in imports', () => {
  const files: Readonly<Record<string, string>> = {
    '/p/schema.mig': `project p {
  targets postgres 14
}
import { "odd type", "odd mixin" } from './b.mig'
table a {
  b "odd type"
  include "odd mixin"
}
`,
    '/p/b.mig': 'type "odd type" = text\nmixin "odd mixin" {\n  c int\n}\n',
  }
  const { diagnostics, schema } = loadProject('/p/schema.mig', path => files[path])
  expect(diagnostics).toEqual([])
  expect(schema.tables.get('a')?.columns.map(({ name, type }) => [name, type.all])).toEqual([
    ['b', { kind: 'builtin', name: 'text' }],
    ['c', { kind: 'builtin', name: 'int' }],
  ])
})
