import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { diff } from '../../../compiler/diff/diff.ts'
import { EMPTY_SCHEMA } from '../../../compiler/schema/schema.ts'
import { describeStep } from '../../../compiler/steps/describe.ts'
import { checkDatabase } from '../../../database/drift/check-database.ts'
import { sourceOf } from '../../../database/source.ts'
import { pgliteEngine } from '../../engines/pglite.ts'
import { postgresEngine } from '../../engines/postgres.ts'
import { sqliteEngine } from '../../engines/sqlite.ts'
import { runStatements, type TestEngine } from '../../engines/test-engine.ts'
import { loadDeclarations } from '../../language/load-text.ts'
import { revisionsOf, standAt } from './stand-at.ts'
import { TAMPERINGS } from './tamperings.ts'

const SCHEMA = `
schema audit only postgres

enum status {
  pending
  paid
  sent
}

/// People who buy.
table customers {
  id      bigint identity primary
  email   varchar(255) unique
  name    text?
  age     int? check adult \`age is null or age >= 18\`
  country char(2) default 'US'
  since   date default '2020-01-01'
  label   text = \`lower(email)\` stored

  index customers_search (\`lower(name)\`, country desc) where \`age is not null\`
}

table orders {
  id          bigint identity primary
  customer_id bigint -> customers on delete cascade index
  status      status default pending
  total       decimal(12, 2) check \`total >= 0\`
  "Odd ""one" int default 1
  check "total order" \`total < 1000 or status <> 'pending'\`
}

table audit."odd table" {
  id   bigint identity primary
  "to" text
  index "odd index" (\`upper("to")\`)
}

view open_orders = \`
  select o.id, c.email, o.total
  from orders o join customers c on c.id = o.customer_id
  where o.status in ('pending', 'paid')
\`

view odd_names (key, "the to") = \`select 1, 'a'\`

materialized view odd_rows (key, "the to") only postgres = \`select 1, 2\` {
  index ("the to")
}

view "all" = \`select * from customers\`

trigger orders_touch on orders {
  postgres \`before update for each row when (old.total is distinct from new.total) execute function suppress_redundant_updates_trigger()\`
  sqlite   \`after update of total begin update orders set "Odd ""one" = 1 where id = new.id; end\`
}
`

const loaded = loadDeclarations(SCHEMA)
const errors = loaded.diagnostics.filter(({ severity }) => severity === 'error')
if (errors.length > 0) throw new Error(errors.map(({ message }) => message).join('\n'))
const history = revisionsOf(diff(EMPTY_SCHEMA, loaded.schema))

const engines: readonly { name: string; start: () => Promise<TestEngine> }[] = [
  { name: 'sqlite', start: () => sqliteEngine('file') },
  { name: 'pglite', start: pgliteEngine },
  { name: 'postgres 13', start: () => postgresEngine(13) },
  { name: 'postgres 15', start: () => postgresEngine(15) },
  { name: 'postgres 18', start: () => postgresEngine(18) },
]

describe.each(engines)('on $name', ({ start }) => {
  let engine: TestEngine | undefined
  afterAll(() => engine?.close())
  beforeEach(async () => {
    engine ??= await start()
    await engine.fresh()
    await standAt({ ...engine, close: async () => {} }, history)
  })

  test.each(Object.entries(TAMPERINGS))('%s', async (_, tampering) => {
    const { dialect } = engine!
    const sql = tampering[dialect]
    if (sql === undefined) return
    await tamper(engine!, sql)
    const before = await pictureOf(engine!)
    const check = await look(engine!)
    expect(await pictureOf(engine!)).toEqual(before)
    const here = (text: string) => (dialect === 'sqlite' ? text.replaceAll('audit.', '') : text)
    const found = Object.fromEntries(check.findings.map(({ code, object, message }) => [`${code} ${object}`, message]))
    expect(Object.keys(found).sort()).toEqual(Object.keys(tampering.found).map(here).sort())
    for (const [key, words] of Object.entries(tampering.found)) expect(found[here(key)]).toMatch(words)
    expect(check.steps.map(describeStep).sort()).toEqual(tampering.steps.map(here).sort())
    await runStatements({ ...engine!, close: async () => {} }, check.statements)
    const left = await look(engine!)
    expect([...left.steps, ...left.statements]).toEqual([])
    const mended = check.steps.length > 0 ? left.findings.filter(({ code }) => code !== 'MIG572') : []
    expect(mended).toEqual([])
  })
})

async function look(engine: TestEngine) {
  return checkDatabase(sourceOf({ ...engine, close: async () => {} }), history, {})
}

async function tamper({ query, exec }: TestEngine, sql: string): Promise<void> {
  if (!sql.startsWith('remake ')) return exec(sql)
  const [table, from, to] = JSON.parse(sql.slice(7)) as [string, string, string]
  const rows = await query(`select type, sql from sqlite_schema where tbl_name = '${table}' and sql is not null`)
  const made = rows.map(row => String(row.sql))
  const next = made.map(text => text.replaceAll('\n', ' ').replace(/\s+/g, ' ').replace(from, to))
  expect(next.join()).toContain(to)
  await exec(`pragma foreign_keys = off; drop table ${table}; ${next.join(';\n')}; pragma foreign_keys = on`)
}

/** Everything in the catalogs, to see that nothing stays. */
async function pictureOf({ dialect, query }: TestEngine) {
  if (dialect === 'sqlite') return query('select * from sqlite_schema order by name')
  const tables = [
    'pg_class',
    'pg_namespace',
    'pg_attribute',
    'pg_constraint',
    'pg_type',
    'pg_proc',
    'pg_trigger',
    'pg_depend',
  ]
  return query(tables.map(name => `select '${name}' as name, count(*)::int as rows from ${name}`).join(' union all '))
}
