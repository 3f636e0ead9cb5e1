import { afterAll, beforeAll, expect, test } from 'vitest'
import { dialects } from '../../../compiler/dialects/dialects.ts'
import { diff } from '../../../compiler/diff/diff.ts'
import { EMPTY_SCHEMA } from '../../../compiler/schema/schema.ts'
import { formatText } from '../../../language/format/format-text.ts'
import { printSchema } from '../../../language/print/schema.ts'
import { postgresEngine } from '../../engines/postgres.ts'
import type { TestEngine } from '../../engines/test-engine.ts'
import { loadDeclarations } from '../../language/load-text.ts'

const TEXT = `
table p only postgres {
  a int
  b int
  primary (a, b)
}

table t using heap with (fillfactor = 70, toast.autovacuum_enabled = false) replica identity nothing only postgres {
  id   int identity (start 5 increment 5 min 5 max 500 cache 2 cycle sequence numbers)
  a    int?
  b    int
  doc  text compression pglz storage external statistics 200 with (n_distinct = -0.5)
  v    tsvector?
  span \`int4range\`

  primary (id) include (b) with (fillfactor = 80) deferrable initially deferred
  foreign (a, b) -> p on delete set null (a) match simple not valid
  exclude using gist (span with &&, \`box(point(a, b), point(a, b))\` with \`~=\`) where \`b > 0\`
  exclude other using hash (b with =)
  check positive \`b > 0\` no inherit not valid
  index (v tsvector_ops (siglen = 32)) using gist
  index (b) using brin with (pages_per_range = 8)
  index (doc) using spgist
  unique index (\`b + 1\` statistics 300) nulls not distinct clustered
}
`

let engine: TestEngine
beforeAll(async () => {
  engine = await postgresEngine(18)
})
afterAll(() => engine?.close())

test('what only newer versions have is made, read back and printed as it was', async () => {
  await engine.fresh()
  const { postgres } = dialects
  const { schema } = loadDeclarations(TEXT)
  await engine.run(postgres.render(diff(EMPTY_SCHEMA, schema), EMPTY_SCHEMA).map(({ sql }) => sql))
  const live = (await postgres.inspect(engine.query)).tables.get('t')!
  const { constraints, indexes, columns, ...head } = postgres.project(schema).tables.get('t')!
  const byName = <T extends { readonly name: string }>(list: readonly T[]) =>
    [...list].sort((a, b) => (a.name < b.name ? -1 : 1))
  expect(live).toMatchObject(head)
  expect(live.columns).toEqual(columns)
  const plain = byName(live.constraints.filter(({ kind }) => kind !== 'check' && kind !== 'exclude'))
  expect(plain).toEqual(byName(constraints.filter(({ kind }) => kind !== 'check' && kind !== 'exclude')))
  expect(live.constraints.find(({ name }) => name === 'positive')).toMatchObject({ noInherit: true, notValid: true })
  expect(live.constraints.find(({ name }) => name === 'other')).toEqual(
    constraints.find(({ name }) => name === 'other'),
  )
  expect(
    byName(live.indexes).map(({ name, clustered, with: parameters }) => ({ name, clustered, parameters })),
  ).toEqual(byName(indexes).map(({ name, clustered, with: parameters }) => ({ name, clustered, parameters })))
})

test('it is printed as it is read, and formatting it changes nothing', () => {
  const { schema } = loadDeclarations(TEXT)
  const printed = printSchema(schema)
  expect(loadDeclarations(printed).schema).toEqual(schema)
  expect(formatText(printed)).toBe(printed)
})
