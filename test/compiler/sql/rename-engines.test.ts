import { DatabaseSync } from 'node:sqlite'
import { beforeAll, expect, test } from 'vitest'
import { sqlName } from '../../../compiler/sql/name-text.ts'
import { renameColumnInStatement, renameRelation } from '../../../compiler/sql/rename.ts'
import { sameSql } from '../../../compiler/sql/same.ts'
import { readCreateTrigger } from '../../../compiler/sql/sqlite-ddl/read-create-trigger.ts'
import { readCreateView } from '../../../compiler/sql/sqlite-ddl/read-create-view.ts'
import { pgliteEngine } from '../../engines/pglite.ts'
import type { TestEngine } from '../../engines/test-engine.ts'
import { corpusDatabase } from './corpus.ts'
import { QUERIES, QUERY_COLUMNS, QUERY_TABLES } from './queries.ts'

const columnsOf = ({ name }: { readonly name: string }) => QUERY_COLUMNS[name]
const NEW_COLUMNS = ['zz', 'b', 'a', 'Order']
const NEW_RELATIONS = ['zz', 't2', 'v', 'Order']

let postgres: TestEngine
const sqlite = new DatabaseSync(':memory:')

beforeAll(async () => {
  sqlite.exec(QUERY_TABLES)
  postgres = await pgliteEngine()
  await postgres.fresh()
  await postgres.exec(QUERY_TABLES)
})

/** What a query gives in each database after a change, which is undone. */
async function rowsAfter(change: string, text: string): Promise<readonly unknown[]> {
  await postgres.exec(`begin; ${change}`)
  sqlite.exec(`begin; ${change}`)
  try {
    const lite = text[0] === '(' ? [] : sqlite.prepare(text)
    if ('setReturnArrays' in lite) lite.setReturnArrays(true)
    const rows = await postgres.query(`select x::text from (${text}) x`)
    return ['all' in lite ? lite.all() : [], rows.map(row => row.x)]
  } finally {
    sqlite.exec('rollback')
    await postgres.exec('rollback')
  }
}

test.each(QUERIES)('the same rows after a column has another name: %s', async text => {
  const rows = await rowsAfter('select 1', text)
  for (const [table, columns] of Object.entries(QUERY_COLUMNS)) {
    for (const column of columns) {
      for (const name of NEW_COLUMNS.filter(one => !columns.includes(one))) {
        const renamed = renameColumnInStatement(text, { name: table }, column, name, { columnsOf })
        const change = `alter table ${table} rename column ${column} to ${sqlName(name)}`
        expect(await rowsAfter(change, renamed), renamed).toEqual(rows)
      }
    }
  }
})

test.each(QUERIES)('there and back: %s', text => {
  for (const [table, columns] of Object.entries(QUERY_COLUMNS)) {
    for (const column of columns) {
      const later = (relation: { readonly name: string }) =>
        columnsOf(relation)?.map(one => (relation.name === table && one === column ? 'zz' : one))
      const there = renameColumnInStatement(text, { name: table }, column, 'zz', { columnsOf })
      expect(renameColumnInStatement(there, { name: table }, 'zz', column, { columnsOf: later })).toBe(text)
    }
    expect(renameRelation(renameRelation(text, { name: table }, { name: 'zz' }), { name: 'zz' }, { name: table })).toBe(
      text,
    )
  }
})

test.each(QUERIES)('the same rows after a table has another name: %s', async text => {
  const rows = await rowsAfter('select 1', text)
  for (const table of Object.keys(QUERY_COLUMNS)) {
    for (const name of NEW_RELATIONS) {
      const renamed = renameRelation(text, { name: table }, { name }, { columnsOf })
      expect(await rowsAfter(`alter table ${table} rename to ${sqlName(name)}`, renamed), renamed).toEqual(rows)
    }
  }
})

interface Stored {
  readonly sql: string
  readonly text: string
  readonly table?: string
}

/** The views and triggers of a database, each with what `.mig` would hold of it. */
function stored(database: DatabaseSync): readonly Stored[] {
  const rows = database.prepare(`select sql from sqlite_schema where type in ('view', 'trigger') order by name`).all()
  return rows.map(({ sql }) => {
    const trigger = readCreateTrigger(String(sql))
    if (trigger === undefined) return { sql: String(sql), text: readCreateView(String(sql))!.query }
    return { sql: String(sql), text: `${trigger.before} ${trigger.after}`, table: trigger.table }
  })
}

/** Changes the database, reads what SQLite made of its views and triggers, and undoes the change. */
function storedAfter(database: DatabaseSync, change: string): readonly Stored[] {
  database.exec(`begin; ${change}`)
  const after = stored(database)
  database.exec('rollback')
  return after
}

function columnsOfAll(database: DatabaseSync): ReadonlyMap<string, readonly string[]> {
  const tables = database.prepare(`select name from sqlite_schema where type = 'table'`).all()
  return new Map(
    tables.map(({ name }) => {
      const columns = database.prepare('select name from pragma_table_xinfo(?)').all(name!)
      return [String(name), columns.map(column => String(column.name))]
    }),
  )
}

function expectRenamesOfSqlite(database: DatabaseSync): number {
  const before = stored(database)
  const tables = columnsOfAll(database)
  let changed = 0
  const compare = (change: string, rename: (one: Stored) => string) => {
    const after = storedAfter(database, change)
    before.forEach((one, at) => {
      const ours = rename(one)
      if (ours !== one.text) changed++
      expect(sameSql(ours, after[at]!.text), `${change}\n${ours}\n${after[at]!.text}`).toBe(true)
    })
  }
  for (const [name, columns] of tables) {
    for (const column of columns) {
      compare(`alter table "${name}" rename column "${column}" to zz`, ({ text, table }) =>
        renameColumnInStatement(text, { name }, column, 'zz', {
          columnsOf: relation => tables.get(relation.name),
          ...(table !== undefined && { table: { name: table } }),
        }),
      )
    }
    compare(`alter table "${name}" rename to zz`, ({ text }) => renameRelation(text, { name }, { name: 'zz' }))
  }
  return changed
}

test('SQLite renames in the views and triggers of sakila as we do', () => {
  expect(expectRenamesOfSqlite(corpusDatabase('sakila.sqlite'))).toBeGreaterThan(100)
})

test('SQLite renames in triggers as we do', () => {
  const database = new DatabaseSync(':memory:')
  database.exec(`${QUERY_TABLES}
    create trigger t1 after update of a, c on t when new.a <> old.a and exists (select 1 from u where t_id = new.id) begin
      update t set a = new.a + 1, c = old.c where id = new.id and a > 0;
      insert into u (t_id, b) values (new.a, 'a');
      delete from u where t_id = old.a or b = 'a';
    end;
    create trigger t2 before insert on t begin
      select case when new.a < 0 then raise(abort, 'a') when new.c is null then raise(ignore) end;
    end;
    create trigger t3 after delete on u for each row begin
      insert into t (a, c) select b, t_id from u where u.t_id = old.t_id
      on conflict (id) do update set a = 1 + a, c = (select max(b) from u) where t.a <> 5;
    end;
    create trigger t4 after update on u begin
      update t set (a, c) = (select t_id, b from u where id2 = new.id2) where t.id = old.t_id;
      replace into u (id2, b) select id, a from t order by a;
    end;
    create trigger t5 after insert on u begin
      update t set a = a + 1 from u as x where x.t_id = t.id and x.b = new.b;
    end;
  `)
  expect(expectRenamesOfSqlite(database)).toBeGreaterThan(20)
})
