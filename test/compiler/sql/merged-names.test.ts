import { DatabaseSync } from 'node:sqlite'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { renameColumnInStatement } from '../../../compiler/sql/rename.ts'
import { pgliteEngine } from '../../engines/pglite.ts'
import type { TestEngine } from '../../engines/test-engine.ts'

type Columns = Readonly<Record<string, readonly string[]>>

const COLUMNS: Columns = { t: ['a', 'x'], u: ['a', 'y'], w: ['a', 'z'], n: ['b', 'q'] }

/** Renames `a` to `b` in one table after the other, as a revision does; answers the text after each. */
function renamedIn(text: string, tables: readonly string[], from = 'a', to = 'b', columns = COLUMNS) {
  const now = new Map(Object.entries(columns))
  const texts: string[] = []
  let sql = text
  for (const table of tables) {
    const columnsOf = ({ name }: { readonly name: string }) => now.get(name)
    sql = renameColumnInStatement(sql, { name: table }, from, to, { columnsOf })
    now.set(
      table,
      now.get(table)!.map(column => (column === from ? to : column)),
    )
    texts.push(sql)
  }
  return { texts, sql, columns: Object.fromEntries(now) }
}

const BOTH = [
  ['select a, x, y from t join u using (a)', 'select b, x, y from t join u using (b)'],
  [
    'select t.a, x from t left join u using (a) where a > 0 order by u.a, a',
    'select t.b, x from t left join u using (b) where b > 0 order by u.b, b',
  ],
  ['select p.a from t p join t q using (a, x)', 'select p.b from t p join t q using (b, x)'],
  [
    'select s.a from (select a, x from t join u using (a)) s',
    'select s.a from (select b as a, x from t join u using (b)) s',
  ],
  ['select * from t full join u using (a)', 'select * from t full join u using (b)'],
  ['select x from (select * from t) s join u using (a)', 'select x from (select * from t) s join u using (b)'],
  ['select (select max(a) from t join u using (a)) from n', 'select (select max(b) from t join u using (b)) from n'],
] as const

let postgres: TestEngine
beforeAll(async () => {
  postgres = await pgliteEngine()
})
afterAll(() => postgres.close())

describe('a column of both sides of using', () => {
  test.each(BOTH)('%s', (text, wanted) => {
    const there = renamedIn(text, ['t', 'u'])
    expect(there.sql).toBe(wanted)
    expect(renamedIn(wanted, ['u', 't'], 'b', 'a', there.columns).sql).toBe(text)
  })

  test.each(BOTH)('%s gives the same rows in both databases', async (text, wanted) => {
    const tables = `create table t (a int, x int); create table u (a int, y int); create table n (b int, q int);
      insert into t values (1, 2), (2, 3); insert into u values (1, 4), (3, 5); insert into n values (7, 8);`
    const renames = 'alter table t rename column a to b; alter table u rename column a to b;'
    const sqlite = new DatabaseSync(':memory:')
    sqlite.exec(tables)
    await postgres.fresh()
    await postgres.exec(tables)
    const rows = async (query: string) => [
      sqlite
        .prepare(query)
        .all()
        .map(row => Object.values(row)),
      (await postgres.query(`select row_to_json(q) as row from (${query}) q`)).map(({ row }) =>
        Object.values(row as object),
      ),
    ]
    const before = await rows(text)
    sqlite.exec(renames)
    await postgres.exec(renames)
    expect(await rows(wanted)).toEqual(before)
  })

  test('only once the last of them has the new name', () => {
    const text = 'select a, t.x from t join u using (a) join w using (a)'
    const { texts } = renamedIn(text, ['u', 'w', 't'])
    expect(texts).toEqual([text, text, 'select b, t.x from t join u using (b) join w using (b)'])
  })
})

test.each([
  ['one side alone', 'select t.a, u.y from t join u using (a)', ['t'], 'select t.b, u.y from t join u using (a)'],
  ['a table that is not known', 'select x from t join o using (a)', ['t'], 'select x from t join o using (a)'],
  [
    'a query that goes on giving the old name',
    'select x from t join (select a from u) s using (a)',
    ['t', 'u'],
    'select x from t join (select b as a from u) s using (a)',
  ],
  [
    'another table that has the new name',
    'select a from t join n on true join u using (a)',
    ['t', 'u'],
    'select a from t join n on true join u using (a)',
  ],
  ['a natural join', 'select a from t natural join u', ['t', 'u'], 'select a from t natural join u'],
] as const)('what cannot be renamed: %s', (_, text, tables, wanted) => {
  expect(renamedIn(text, tables).sql).toBe(wanted)
})
