import { afterAll, beforeAll, expect, test } from 'vitest'
import { dialects } from '../../../compiler/dialects/dialects.ts'
import { diff } from '../../../compiler/diff/diff.ts'
import { EMPTY_SCHEMA } from '../../../compiler/schema/schema.ts'
import { formatText } from '../../../language/format/format-text.ts'
import { printSchema } from '../../../language/print/schema.ts'
import { readCase } from '../../cases/case-file.ts'
import { planCase } from '../../cases/plan-case.ts'
import { postgresEngine } from '../../engines/postgres.ts'
import type { TestEngine } from '../../engines/test-engine.ts'
import { loadDeclarations } from '../../language/load-text.ts'
import { travel } from '../../laws/engine-law.ts'

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

const ON_A_SERVER = `What PGlite has not: another extension, and a place of one's own.

== targets
postgres

== before
extension btree_gist
table rooms {
  id   int primary
  room text
  span \`int4range\`
  exclude alone using gist (room with =, span with &&)
}
table logs {
  id   int
  line text
  primary (id) tablespace mig_slow
  index (line) tablespace mig_slow
}

== after
extension btree_gist
table rooms {
  id   int primary
  room text
  span \`int4range\`
  exclude alone using gist (room with =, span with &&, id with <>) where \`id > 0\`
}
table logs tablespace mig_slow {
  id   int primary
  line text
  index (line)
}
`

const GRANTS = `Privileges on settings, tablespaces and large objects are given and taken back by their own SQL.

== targets
postgres 18

== before
object app_work_mem {
  create \`grant set on parameter work_mem to app\`
  drop \`revoke set on parameter work_mem from app\`
}

object app_disk {
  create \`grant create on tablespace pg_default to app\`
  drop \`revoke create on tablespace pg_default from app\`
}

object logo {
  create \`select lo_create(471108); grant select on large object 471108 to app\`
  drop \`select lo_unlink(471108)\`
}

== after
object logo {
  create \`select lo_create(471108); grant select, update on large object 471108 to app\`
  drop \`select lo_unlink(471108)\`
  convert \`grant update on large object 471108 to app\`
  revert \`revoke update on large object 471108 from app\`
}
`

test('what is granted on the server and on large objects is given and taken back by its own SQL', async () => {
  const { before, after, plan } = planCase(readCase(GRANTS))
  await travel(engine, dialects.postgres, { before, after, steps: plan.steps, rows: [] })
  await engine.fresh()
})

test.each([13, 18] as const)('constraints over plain values and tablespaces change on postgres %i', async version => {
  const server = await postgresEngine(version)
  try {
    await server.fresh()
    await server.exec('set allow_in_place_tablespaces = on')
    await server.exec("create tablespace mig_slow location ''")
    const { before, after, plan } = planCase(readCase(ON_A_SERVER))
    const rows = [
      "insert into rooms values (1, 'a', '[1,5)'), (2, 'a', '[5,9)'), (3, 'b', '[1,9)')",
      "insert into logs values (1, 'x')",
    ]
    await travel(server, dialects.postgres, { before, after, steps: plan.steps, rows })
  } finally {
    await server.fresh()
    await server.exec('drop tablespace if exists mig_slow')
    await server.close()
  }
})

test('a server that was built without a way to compress says so, and nothing has changed', async () => {
  await engine.fresh()
  const { schema } = loadDeclarations('table t only postgres {\n  a text compression lz4\n}')
  const made = engine.run(dialects.postgres.render(diff(EMPTY_SCHEMA, schema), EMPTY_SCHEMA))
  await expect(made).rejects.toThrow('compression method lz4 not supported')
  expect((await dialects.postgres.inspect(engine.query)).tables.size).toBe(0)
})
