import { describe, expect, test } from 'vitest'
import { alignNames } from '../../../compiler/dialects/sqlite/align-names.ts'
import { sqlite } from '../../../compiler/dialects/sqlite/sqlite.ts'
import type { Schema } from '../../../compiler/schema/schema.ts'
import type { Table } from '../../../compiler/schema/table.ts'
import { column, foreign, index, number, primary, sqlValue, text, unique } from './build.ts'
import { openEngine } from './engine.ts'
import { freshEngine, pictureOfEngine } from './journey.ts'

async function inspect(sql: string): Promise<Schema> {
  const engine = openEngine()
  engine.exec('pragma foreign_keys = off')
  engine.exec(sql)
  const schema = await sqlite.inspect(async query => engine.query(query))
  const again = freshEngine(schema)
  expect(await pictureOfEngine(again), 'made from what was read, it reads the same').toBe(await pictureOfEngine(engine))
  engine.close()
  again.close()
  return schema
}

async function inspectTable(sql: string): Promise<Table> {
  const schema = await inspect(sql)
  return [...schema.tables.values()].at(-1)!
}

const raw = (name: string, type: string, more = {}) => column(name, `raw ${type}`, more)

describe('a database made by others', () => {
  test('keys and checks without names get the names that would be made for them', async () => {
    const found = await inspectTable(`
      create table "P" (id int, primary key (ID));
      create table t (
        ID integer primary key autoincrement,
        a text unique check (length(a) > 1) check (a <> ''),
        b integer references p on delete no action on update cascade deferrable initially deferred,
        c integer not null references missing(x),
        constraint given unique (a, B collate nocase),
        check (a < b), check (t.a > 0),
        foreign key (c) references "p" (Id)
      )`)
    expect(found.columns).toEqual([
      raw('ID', 'INTEGER', { identity: { always: false } }),
      raw('a', 'TEXT?'),
      raw('b', 'INTEGER?'),
      raw('c', 'INTEGER'),
    ])
    expect(found.constraints).toEqual([
      primary('t_pkey', 'ID'),
      unique('t_a_key', 'a'),
      { kind: 'check', name: 't_a_check', sql: { all: 'length(a) > 1' } },
      { kind: 'check', name: 't_a_check1', sql: { all: "a <> ''" } },
      foreign('t_b_fkey', ['b'], 'P', ['id'], { onUpdate: 'cascade', deferrable: 'initially deferred' }),
      { ...foreign('t_c_fkey', ['c'], 'missing', ['x']), missing: true },
      { ...unique('given', 'a', 'b'), collations: [null, 'NOCASE'] },
      { kind: 'check', name: 't_check', sql: { all: 'a < b' } },
      { kind: 'check', name: 't_a_check2', sql: { all: 'a > 0' } },
      foreign('t_c_fkey1', ['c'], 'P', ['id']),
    ])
  })

  test('defaults in all their spellings', async () => {
    const found = await inspectTable(`create table t (
      a text default 'it''s', b int default -5, c default (5), d default +1.5e3, e default null, f default "double",
      g default word, h default true, i default FALSE, j default CURRENT_TIMESTAMP, k default (current_date),
      l default (1 + 2), m default (lower('x') || ')'), n default x'00ff', o default (null), p default ('in brackets'))`)
    expect(found.columns.map(item => item.default)).toEqual([
      text("it's"),
      number(-5),
      number(5),
      { kind: 'number', text: '1.5e3' },
      undefined,
      text('double'),
      text('word'),
      number(1),
      number(0),
      sqlValue('current_timestamp'),
      sqlValue('current_date'),
      sqlValue('1 + 2'),
      sqlValue("lower('x') || ')'"),
      sqlValue("x'00ff'"),
      undefined,
      text('in brackets'),
    ])
  })

  test('types as text, collations, generated columns, options', async () => {
    const found = await inspectTable(`create table t (
      a "odd  type", b, c double   precision, d decimal ( 10,2 ), e text collate nocase collate BINARY, f text collate Rtrim,
      g int as (b + 1), h int generated always as (b * 2) stored not null, k text not null,
      primary key (k)) without rowid`)
    expect(found.columns.map(({ type }) => type.all)).toEqual(
      ['"ODD TYPE"', '', 'DOUBLE PRECISION', 'DECIMAL(10, 2)', 'TEXT', 'TEXT', 'INT', 'INT', 'TEXT'].map(sql => ({
        kind: 'raw',
        sql,
      })),
    )
    expect(found.columns.map(({ collate }) => collate)).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
      undefined,
      'RTRIM',
      undefined,
      undefined,
      undefined,
    ])
    expect(found.columns[6]!.generated).toEqual({ sql: { all: 'b + 1' }, stored: false })
    expect(found.columns[7]).toMatchObject({ nullable: false, generated: { sql: { all: 'b * 2' }, stored: true } })
    expect(found.withoutRowid).toBe(true)
    const strict = await inspectTable('create table t (a any, b int not null) strict')
    expect(strict.strict).toBe(true)
  })

  test('indexes', async () => {
    const found = await inspectTable(`create table "T t" (a text, "b c" int);
      create unique index i on "T t" (A collate nocase desc, (lower(a)), "B C" asc) where "T t".a is not null;
      create index if not exists main.j on "T t" (a || ';' collate binary)`)
    expect(found.indexes).toEqual([
      {
        name: 'i',
        unique: true,
        keys: [{ column: 'a', desc: true, collate: 'NOCASE' }, { sql: { all: 'lower(a)' } }, { column: 'b c' }],
        where: { all: 'a is not null' },
      },
      index('j', "=a || ';'"),
    ])
  })

  test('views with names for their columns, triggers with and without a time', async () => {
    const found = await inspect(`create table Users (id int, n text);
      create view "v v" (a, "b ""b") as select id, n from users -- the end
      ;
      create view w as select * from "v v";
      create trigger t1 update of n on USERS for each row when new.n <> ';' begin select 1; select ';'; end;
      create trigger t2 instead of insert on W begin insert into users values (new.a, 'x'); end`)
    const named = found.views.get('"v v"')!
    expect(named).toMatchObject({ columnNames: ['a', 'b "b'], sql: { all: 'select id, n from users -- the end' } })
    const query = 'with "v v" (a, "b ""b") as (\nselect id, n from users -- the end\n)\nselect * from "v v"'
    const wanted = { name: named.name, sql: { all: query } }
    const aligned = alignNames(found, { ...found, views: new Map([['"v v"', wanted]]) })
    expect(aligned.views.get('"v v"')).toEqual(wanted)
    expect(alignNames(found, found).views.get('"v v"')).toEqual(named)
    expect([...found.triggers.keys()]).toEqual(['"Users".t1'.replaceAll('"', ''), 'w.t2'])
    expect(found.triggers.get('Users.t1')!.sql.all).toBe(
      "update of n\nfor each row when new.n <> ';' begin select 1; select ';'; end",
    )
  })

  test('what belongs to SQLite, to virtual tables and to the tool itself is not there', async () => {
    const found = await inspect(`
      create virtual table words using fts5 (w); create virtual table "Old W" using fts4 (w);
      create table mig_revisions (id text); create index mig_revisions_i on mig_revisions (id);
      create table words_data_of_mine (a integer primary key autoincrement, b unique); analyze;`)
    expect([...found.tables.keys()]).toEqual(['words_data_of_mine'])
  })

  test('after renames SQLite writes names in quotes, which changes nothing', async () => {
    const found =
      await inspect(`create table a (x text check (x <> 'x'), y int references a (y)); create index i on a (lower(x)) where x > '';
      create view v as select x from a; alter table a rename to b; alter table b rename column x to "order"`)
    const wanted =
      await inspect(`create table b ("order" text check ("order" <> 'x'), y int references b (y)); create index i on b (lower("order")) where "order" > '';
      create view v as select "order" from b`)
    expect(found.tables.get('b')!.indexes).toEqual(wanted.tables.get('b')!.indexes)
    expect(found.tables.get('b')!.columns).toEqual(wanted.tables.get('b')!.columns)
  })
})
