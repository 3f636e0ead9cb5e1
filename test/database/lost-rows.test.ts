import { expect, test } from 'vitest'
import { applySteps } from '../../compiler/steps/apply.ts'
import { invertSteps } from '../../compiler/steps/invert.ts'
import type { Step } from '../../compiler/steps/step.ts'
import { connectSqlite } from '../../database/sqlite.ts'
import { driftOf } from '../../database/verify/drift.ts'
import { lostRows } from '../../database/verify/lost-rows.ts'
import { readRows } from '../../database/verify/read-rows.ts'
import { dialects } from '../../index.ts'
import { column, enumOf, enumType, qname, schema, table } from '../build.ts'

const before = schema(enumOf('color', 'red', 'blue'), table('t', [column('id', 'int'), column('c', enumType('color'))]))
const steps: readonly Step[] = [
  { kind: 'rename column', table: qname('t'), from: 'c', to: 'color' },
  {
    kind: 'alter enum',
    from: { name: qname('color'), values: ['red', 'blue'] },
    to: { name: qname('color'), values: ['crimson'] },
    renames: [{ from: 'red', to: 'crimson' }],
    moves: [{ value: 'blue', to: 'crimson' }],
  },
]
const after = applySteps(before, steps)

async function filled() {
  const connection = await connectSqlite(':memory:')
  await connection.exec(`create table t (id INTEGER not null, c TEXT not null,
    constraint t_c_enum check (c in ('blue', 'red'))); insert into t values (1, 'red'), (2, 'blue')`)
  return { connection, first: await readRows(connection.query, 'sqlite', before) }
}

test('rows that follow a rename and a move are all there, on both ends', async () => {
  const { connection, first } = await filled()
  for (const { sql } of dialects.sqlite.render(steps, before)) await connection.exec(sql)
  const up = await readRows(connection.query, 'sqlite', after)
  expect(up.get('t')).toEqual([
    { id: 1, color: 'crimson' },
    { id: 2, color: 'crimson' },
  ])
  expect(lostRows({ before, steps, first, now: up, direction: 'up' })).toEqual([])
  for (const { sql } of dialects.sqlite.render(invertSteps(steps), after)) await connection.exec(sql)
  const down = await readRows(connection.query, 'sqlite', before)
  expect(lostRows({ before, steps, first, now: down, direction: 'down' })).toEqual([])
})

test('a row that went, a value that changed and a table that is empty are found', async () => {
  const { connection, first } = await filled()
  await connection.exec(`delete from t where id = 2; update t set c = 'blue'`)
  const now = await readRows(connection.query, 'sqlite', before)
  const [difference] = lostRows({ before, steps: [], first, now, direction: 'up' })
  expect(difference).toEqual({ table: 't', wanted: ['[1,"red"]', '[2,"blue"]'], found: ['[1,"blue"]'] })
})

test('a catalog that lacks something is found', async () => {
  const { connection } = await filled()
  const wanted = await dialects.sqlite.inspect(connection.query)
  await connection.exec('create index t_c on t (c)')
  const live = await dialects.sqlite.inspect(connection.query)
  expect(driftOf(dialects.sqlite, live, wanted).map(step => step.kind)).toEqual(['drop index'])
  expect(driftOf(dialects.sqlite, wanted, wanted)).toEqual([])
})

test('a table or column that leaves a database takes its rows along there, and nowhere else', () => {
  const t = table('t', [column('id', 'int'), column('c', 'int')])
  const rows = new Map([['t', [{ id: 1, c: 2 }]]])
  const tableLeaves: Step = { kind: 'alter table', table: t.name, from: {}, to: { only: 'postgres' } }
  const columnLeaves: Step = {
    kind: 'alter column',
    table: t.name,
    from: t.columns[1]!,
    to: { ...t.columns[1]!, only: 'postgres' },
  }
  const lost = (step: Step, now: typeof rows | ReadonlyMap<string, never>, dialect: 'postgres' | 'sqlite') =>
    lostRows({ before: schema(t), steps: [step], first: rows, now, direction: 'up', dialect }).length
  expect(lost(tableLeaves, new Map(), 'sqlite')).toBe(0)
  expect(lost(tableLeaves, new Map(), 'postgres')).toBe(1)
  const withoutColumn = new Map([['t', [{ id: 1 }]]]) as unknown as typeof rows
  expect(lost(columnLeaves, withoutColumn, 'sqlite')).toBe(0)
  expect(lost(columnLeaves, withoutColumn, 'postgres')).toBe(1)
})
