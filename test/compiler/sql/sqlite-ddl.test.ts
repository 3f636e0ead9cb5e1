import { DatabaseSync } from 'node:sqlite'
import { describe, expect, test } from 'vitest'
import { normalSql } from '../../../compiler/sql/same.ts'
import type { Reference } from '../../../compiler/sql/sqlite-ddl/create-table.ts'
import { readCreateIndex } from '../../../compiler/sql/sqlite-ddl/read-create-index.ts'
import { readCreateTable } from '../../../compiler/sql/sqlite-ddl/read-create-table.ts'
import { readCreateTrigger } from '../../../compiler/sql/sqlite-ddl/read-create-trigger.ts'
import { readCreateView } from '../../../compiler/sql/sqlite-ddl/read-create-view.ts'
import { corpusDatabase } from './corpus.ts'

const ODD_TABLES = `
  create table parent (id integer primary key autoincrement, k text unique, unique (id, k));
  create table "odd name" (
    "a b" varchar ( 10 ) default 'it''s' collate nocase not null on conflict replace, -- a note, with a comma
    [c d] double precision default -1.5, \`e\` default (1 + (2)) check ("e" > 0), 'f' text default "g" null,
    g as (length("a b")) virtual, h int generated always as (g + 1) stored, i, j unsigned big int default current_timestamp,
    k text constraint nn not null constraint ck check (k <> ',)') constraint u unique constraint fk references parent (k)
      on delete set null on update cascade match full deferrable initially deferred,
    l integer default true references parent, m blob default x'ff' not null default +7,
    constraint pk primary key ("a b" desc, i collate rtrim) on conflict ignore
    constraint two unique (k, l) on conflict fail, check (l > 0),
    constraint far foreign key (k, l) references parent (k, id) on delete restrict on update no action not deferrable,
    foreign key (l) references parent on update set default deferrable initially immediate
  ) without rowid;
  create table strict_one (id int primary key desc, a any, b text not null) strict;
  create table both (id text primary key, n real) without rowid, strict;
  create table if not exists main.auto (id integer constraint p primary key asc on conflict fail autoincrement, x);
  create table self (a int primary key, b references self, c int not null unique on conflict replace);
  create table made as select id, k as "the k", 1 + 1 as two from parent;
  alter table made add column later text default 'x, y' references parent;
  alter table made rename column two to "three ,";
  create index plain on parent (k);
  create unique index "odd index" on "odd name" ("a b" collate nocase desc, lower(k), (l + 1) desc, [c d] asc, k || 'x' collate binary)
    where k is not null and l > 1;
`

function oddDatabase(): DatabaseSync {
  const database = new DatabaseSync(':memory:')
  database.exec(ODD_TABLES)
  return database
}

function rows(database: DatabaseSync, sql: string, ...values: readonly string[]): readonly Record<string, unknown>[] {
  return database.prepare(sql).all(...values)
}

describe.each([
  ['chinook', () => corpusDatabase('chinook.sqlite')],
  ['sakila', () => corpusDatabase('sakila.sqlite')],
  ['odd tables', oddDatabase],
])('%s is read as SQLite reads it', (_, open) => {
  const database = open()
  const tables = rows(database, `select name, sql from sqlite_schema where type = 'table' and name not like 'sqlite_%'`)

  test.each(tables.map(({ name, sql }) => [String(name), String(sql)] as const))('table %s', (name, sql) => {
    const table = readCreateTable(sql)!
    expect(table.name).toBe(name)
    const info = rows(database, 'select * from pragma_table_xinfo(?) order by cid', name)
    const keys = keyColumns(table)
    expect(
      table.columns.map(column => ({
        name: column.name,
        type: column.type.toLowerCase(),
        notnull: column.notNull !== undefined || isImpliedNotNull(table, column.name) ? 1 : 0,
        default: column.default?.text,
        key: keys.findIndex(key => key.toLowerCase() === column.name.toLowerCase()) + 1,
        hidden: column.generated === undefined ? 0 : column.generated.stored ? 3 : 2,
      })),
    ).toEqual(
      info.map(one => ({
        name: one.name,
        type: String(one.type).toLowerCase(),
        notnull: one.notnull,
        default: one.dflt_value === null ? undefined : one.dflt_value,
        key: one.pk,
        hidden: one.hidden,
      })),
    )
    const [list] = rows(database, 'select * from pragma_table_list(?)', name)
    expect([table.withoutRowid, table.strict]).toEqual([list!.wr === 1, list!.strict === 1])
    expect(referencesOf(table)).toEqual(referencesOfSqlite(database, name))
    expect(uniquesOf(table)).toEqual(uniquesOfSqlite(database, name))
  })

  const indexes = rows(
    database,
    `select name, tbl_name, sql from sqlite_schema where type = 'index' and sql is not null`,
  )
  test.each(indexes.map(row => [String(row.name), String(row.tbl_name), String(row.sql)] as const))(
    'index %s',
    (name, table, sql) => {
      const index = readCreateIndex(sql)!
      const [list] = rows(database, `select * from pragma_index_list(?) where name = ?`, table, name)
      expect([index.name, index.table, index.unique, index.where !== undefined]).toEqual([
        name,
        table,
        list!.unique === 1,
        list!.partial === 1,
      ])
      const info = rows(database, `select * from pragma_index_xinfo(?) where key = 1 order by seqno`, name)
      expect(index.keys.map(key => [key.column ?? null, key.desc, key.collate?.toLowerCase()])).toEqual(
        info.map((one, at) => [one.name, one.desc === 1, index.keys[at]!.collate && String(one.coll).toLowerCase()]),
      )
    },
  )

  const rest = rows(database, `select type, name, tbl_name, sql from sqlite_schema where type in ('view', 'trigger')`)
  test('views and triggers can be made again', () => {
    for (const { type, name, tbl_name: table, sql } of rest) {
      database.exec(`begin; drop ${type} "${name}"`)
      if (type === 'view') {
        const view = readCreateView(String(sql))!
        expect(view.name).toBe(name)
        database.exec(`create view "${view.name}" as ${view.query}`)
      } else {
        const trigger = readCreateTrigger(String(sql))!
        expect([trigger.name, trigger.table]).toEqual([name, table])
        database.exec(`create trigger "${trigger.name}" ${trigger.before} on "${trigger.table}" ${trigger.after}`)
      }
      const [again] = rows(database, 'select sql from sqlite_schema where name = ?', String(name))
      const unquoted = (text: unknown) => normalSql(String(text)).replaceAll('"', '')
      expect(unquoted(again!.sql)).toBe(unquoted(sql))
      database.exec('rollback')
    }
  })
})

type Table = NonNullable<ReturnType<typeof readCreateTable>>

function keyColumns(table: Table): readonly string[] {
  const own = table.columns.find(column => column.primaryKey !== undefined)
  if (own !== undefined) return [own.name]
  const key = table.constraints.find(constraint => constraint.kind === 'primary')
  return key === undefined ? [] : key.columns.map(column => column.name)
}

/** WITHOUT ROWID and STRICT make the columns of the key NOT NULL (withoutrowid.html). */
function isImpliedNotNull(table: Table, column: string): boolean {
  return (table.withoutRowid || table.strict) && keyColumns(table).includes(column)
}

function foreign(columns: readonly string[], target: Reference): unknown {
  return {
    table: target.table,
    columns,
    to: target.columns ?? columns.map(() => null),
    onDelete: (target.onDelete ?? 'no action').toUpperCase(),
    onUpdate: (target.onUpdate ?? 'no action').toUpperCase(),
  }
}

function sorted(list: readonly unknown[]): readonly string[] {
  return list.map(one => JSON.stringify(one)).sort()
}

function referencesOf(table: Table): readonly string[] {
  const own = table.columns.flatMap(column => (column.references ?? []).map(target => foreign([column.name], target)))
  const far = table.constraints.flatMap(one => (one.kind === 'foreign' ? [foreign(one.columns, one.target)] : []))
  return sorted([...own, ...far])
}

function referencesOfSqlite(database: DatabaseSync, table: string): readonly string[] {
  const list = rows(database, 'select * from pragma_foreign_key_list(?) order by id, seq', table)
  const keys = Map.groupBy(list, row => row.id)
  return sorted(
    [...keys.values()].map(parts => ({
      table: parts[0]!.table,
      columns: parts.map(part => part.from),
      to: parts.map(part => part.to),
      onDelete: parts[0]!.on_delete,
      onUpdate: parts[0]!.on_update,
    })),
  )
}

function uniquesOf(table: Table): readonly string[] {
  const own = table.columns.flatMap(column => (column.unique ?? []).map(() => [column.name]))
  const far = table.constraints.flatMap(one => (one.kind === 'unique' ? [one.columns.map(column => column.name)] : []))
  return sorted([...new Map([...own, ...far].map(columns => [columns.join(), columns])).values()])
}

function uniquesOfSqlite(database: DatabaseSync, table: string): readonly string[] {
  return sorted(
    rows(database, `select name from pragma_index_list(?) where origin = 'u'`, table).map(({ name }) =>
      rows(database, 'select name from pragma_index_info(?) order by seqno', String(name)).map(row => row.name),
    ),
  )
}

test('a table, all of it', () => {
  const sql = rows(oddDatabase(), `select sql from sqlite_schema where name = 'odd name'`)[0]!.sql
  const table = readCreateTable(String(sql))!
  const column = (name: string) => table.columns.find(one => one.name === name)
  expect(column('a b')).toEqual({
    name: 'a b',
    type: 'varchar ( 10 )',
    default: { kind: 'literal', text: "'it''s'" },
    collate: 'nocase',
    notNull: { conflict: 'replace' },
  })
  expect(column('e')).toMatchObject({
    type: '',
    default: { kind: 'expression', text: '1 + (2)' },
    checks: [{ sql: '"e" > 0' }],
  })
  expect(column('g')?.generated).toEqual({ sql: 'length("a b")', stored: false })
  expect(column('h')?.generated).toEqual({ sql: 'g + 1', stored: true })
  expect(column('j')).toMatchObject({
    type: 'unsigned big int',
    default: { kind: 'expression', text: 'current_timestamp' },
  })
  expect(column('k')).toEqual({
    name: 'k',
    type: 'text',
    notNull: { name: 'nn' },
    checks: [{ name: 'ck', sql: "k <> ',)'" }],
    unique: [{ name: 'u' }],
    references: [
      {
        name: 'fk',
        table: 'parent',
        columns: ['k'],
        onDelete: 'set null',
        onUpdate: 'cascade',
        match: 'full',
        deferrable: 'initially deferred',
      },
    ],
  })
  expect(table.constraints).toEqual([
    {
      kind: 'primary',
      name: 'pk',
      columns: [
        { name: 'a b', desc: true },
        { name: 'i', collate: 'rtrim', desc: false },
      ],
      autoincrement: false,
      conflict: 'ignore',
    },
    {
      kind: 'unique',
      name: 'two',
      columns: [
        { name: 'k', desc: false },
        { name: 'l', desc: false },
      ],
      conflict: 'fail',
    },
    { kind: 'check', sql: 'l > 0' },
    {
      kind: 'foreign',
      name: 'far',
      columns: ['k', 'l'],
      target: {
        table: 'parent',
        columns: ['k', 'id'],
        onDelete: 'restrict',
        onUpdate: 'no action',
        deferrable: 'not deferrable',
      },
    },
    {
      kind: 'foreign',
      columns: ['l'],
      target: { table: 'parent', onUpdate: 'set default', deferrable: 'initially immediate' },
    },
  ])
})

test('keys on columns', () => {
  expect(
    readCreateTable('create table a (id integer constraint p primary key asc on conflict fail autoincrement)'),
  ).toEqual({
    name: 'a',
    columns: [
      { name: 'id', type: 'integer', primaryKey: { name: 'p', desc: false, conflict: 'fail', autoincrement: true } },
    ],
    constraints: [],
    strict: false,
    withoutRowid: false,
  })
})

test('an index, all of it', () => {
  expect(
    readCreateIndex(`create unique index i on t ("a b" collate nocase desc, lower(k), (l + 1) asc) where k > ';'`),
  ).toEqual({
    name: 'i',
    table: 't',
    unique: true,
    keys: [
      { column: 'a b', collate: 'nocase', desc: true },
      { sql: 'lower(k)', desc: false },
      { sql: '(l + 1)', desc: false },
    ],
    where: "k > ';'",
  })
})

test('a view and a trigger', () => {
  expect(readCreateView('create view if not exists main."v w" (a, "b c") as -- note\n select 1, 2 -- end\n;')).toEqual({
    name: 'v w',
    columns: ['a', 'b c'],
    query: 'select 1, 2 -- end',
  })
  const text = 'create temp trigger "t r" after update of a, b on [t t] for each row begin select 1; end;'
  expect(readCreateTrigger(text)).toEqual({
    name: 't r',
    table: 't t',
    before: 'after update of a, b',
    after: 'for each row begin select 1; end',
  })
})

test('other texts are not read', () => {
  for (const text of [
    '',
    'select 1',
    'create table',
    'create virtual table t using fts5(a)',
    'create table t',
    'drop table t',
  ]) {
    expect(readCreateTable(text)).toBeUndefined()
    expect(readCreateIndex(text)).toBeUndefined()
    expect(readCreateView(text)).toBeUndefined()
    expect(readCreateTrigger(text)).toBeUndefined()
  }
})
