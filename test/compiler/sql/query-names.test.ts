import { DatabaseSync } from 'node:sqlite'
import { expect, test } from 'vitest'
import { queryColumnUses, relationUses, type StatementOptions } from '../../../compiler/sql/query-names.ts'
import { readCreateView } from '../../../compiler/sql/sqlite-ddl/read-create-view.ts'
import { pgliteEngine } from '../../engines/pglite.ts'
import { corpusDatabase, corpusStatements } from './corpus.ts'
import { QUERIES, QUERY_COLUMNS, QUERY_TABLES } from './queries.ts'

function relations(text: string, options?: StatementOptions): string {
  return relationUses(text, options)
    .map(
      use =>
        `${use.schema === undefined ? '' : `${use.schema}.`}${use.name}${use.alias === undefined ? '' : `/${use.alias}`}`,
    )
    .join(' ')
}

function columns(text: string, options?: StatementOptions): string {
  return queryColumnUses(text, options)
    .map(use => `${use.relation === undefined ? '' : `${use.relation.name}.`}${use.name}${use.certain ? '' : '?'}`)
    .join(' ')
}

test.each([
  [
    `select o.id, c.email from orders o join audit.customers as c on c.id = o.customer_id where o.status in ('pending')`,
    'orders/o audit.customers/c',
    'orders.id customers.email customers.id orders.customer_id orders.status',
  ],
  ['select a from t where b > (select max(z) from u where u.k = t.k)', 't u', 't.a t.b z? u.k t.k'],
  ['with x as (select id, a from t) select x.id, a from x', 't', 't.id t.a id? a?'],
  ['with x as (select * from t) select x.id, a from x', 't', 'id? a?'],
  ['select a, b from t, u', 't u', 'a? b?'],
  ['select a from t, generate_series(1, 3) g', 't', 'a?'],
  ['select a from only t tablesample system (10) repeatable (1), lateral f(a) as g(b)', 't', 'a? a?'],
  ['select * from ((a join b on a.x = b.x) join c using (y)) where c.z > 0', 'a b c', 'a.x b.x y? c.z'],
  ['select a from t natural join u', 't u', 'a?'],
  ['select x.a, x.b from t as x(a)', 't/x', 'a? t.b'],
  ['select a as b from t order by b, c', 't', 't.a b? t.c'],
  ['select a from t union select b from u order by a', 't u', 't.a u.b t.a'],
  ['select f.a from f(1) f, t "F" where "F".a > 0', 't/F', 'a? t.a'],
  ['select (select b from u limit 1) from t', 'u t', 'b?'],
  [
    'insert into t (a, b) select a, c from u on conflict (a) do update set b = excluded.b where t.b > 1 returning a',
    't u',
    't.a t.b u.a u.c t.a t.b t.b t.b t.a',
  ],
  ['insert into t as x (a) values (1) returning x.a', 't/x', 't.a t.a'],
  [
    'update t as x set a = x.b, (c, d) = (select e, f from u) from v where v.g = x.h',
    't/x u v',
    't.a t.b t.c t.d e? f? v.g t.h',
  ],
  ['update or ignore t set a = a + 1 where b returning c', 't', 't.a t.a t.b t.c'],
  ['delete from only t using u where t.a = u.a', 't u', 't.a u.a'],
  [
    'merge into t using s on t.id = s.id when matched and s.x > 1 then update set a = s.a when not matched then insert (b) values (s.b)',
    't s',
    't.id s.id s.x t.a s.a t.b s.b',
  ],
  [
    'create table t (a int references u (b), foreign key (a) references audit.v match full on delete cascade)',
    'u audit.v',
    'u.b',
  ],
  ['create unique index i on only t using btree (a, lower(b) desc) include (c) where d > 0', 't', 't.a t.b t.c t.d'],
  ['create or replace view v (x) as select a from t', 't', 't.a'],
  ['alter table only t add constraint c foreign key (a) references u (b)', 't u', 'u.b'],
  ['create function f() returns int begin atomic select a from t; select b from u; end', 't u', 't.a u.b'],
  ['select a from t where b in u', 't u', 't.a t.b'],
  ['table t', 't', ''],
  ['(select a from t) union all (select b from u)', 't u', 't.a u.b'],
])('%s', (text, expectedRelations, expectedColumns) => {
  expect(relations(text)).toBe(expectedRelations)
  expect(columns(text)).toBe(expectedColumns)
})

test('the text of a trigger', () => {
  const text = `after update of a, b when new.a <> old.a begin
    update t set c = new.c where id = old.id;
    insert into log (m, n) select new.a, x.y from x;
  end`
  expect(relations(text, { table: { name: 't' } })).toBe('t log x')
  expect(columns(text, { table: { name: 't' } })).toBe('t.a t.b t.a t.a t.c t.c t.id t.id log.m log.n t.a x.y')
  expect(columns(`create trigger g after insert on audit.t begin select new.a; end`)).toBe('t.a')
  expect(relations('update begin update t set a = 1; end', { table: { name: 'u' } })).toBe('t')
  const postgres = `after update of a referencing old table as gone for each statement when (old.a is distinct from new.a) execute function f('x')`
  expect(columns(postgres, { table: { name: 't' } })).toBe('t.a t.a t.a')
})

test('columns that are known tell whose a bare name is', () => {
  const columnsOf = ({ name }: { readonly name: string }) => QUERY_COLUMNS[name]
  expect(columns('select a, b, z from t join u on t_id = id', { columnsOf })).toBe('t.a u.b z? u.t_id t.id')
  expect(columns('select (select a from u) from t', { columnsOf })).toBe('t.a')
  expect(columns('with x as (select * from t) select a, x.c from x', { columnsOf })).toBe('t.a t.c')
  expect(columns('select a, b from t, f(1)', { columnsOf })).toBe('t.a b?')
})

test('a use is where its name stands', () => {
  const text = 'select x.a from public."T" as x'
  expect(relationUses(text)).toEqual([{ schema: 'public', name: 'T', alias: 'x', start: 16, end: 26 }])
  expect(queryColumnUses(text)).toEqual([
    { relation: { schema: 'public', name: 'T' }, name: 'a', start: 9, end: 10, certain: true },
  ])
})

/** What SQLite itself reads while it prepares a query (c3ref/set_authorizer.html). */
function columnsRead(database: DatabaseSync, sql: string): readonly string[] {
  const READ = 20
  const read = new Set<string>()
  database.setAuthorizer((code, table, column) => {
    if (code === READ && table !== null && column !== null && column !== '') read.add(`${table}.${column}`)
    return 0
  })
  try {
    database.prepare(sql)
    return [...read].sort()
  } finally {
    database.setAuthorizer(null)
  }
}

function columnsUsed(sql: string, options: StatementOptions): readonly string[] {
  const uses = queryColumnUses(sql, options).filter(use => use.certain)
  return [...new Set(uses.map(use => `${use.relation!.name}.${use.name}`))].sort()
}

test.each(QUERIES.filter(text => !/\*/.test(text.replaceAll('count(*)', '')) && text[0] !== '('))(
  'SQLite reads as we do: %s',
  text => {
    const database = new DatabaseSync(':memory:')
    database.exec(QUERY_TABLES)
    expect(columnsUsed(text, { columnsOf: ({ name }) => QUERY_COLUMNS[name] })).toEqual(columnsRead(database, text))
  },
)

test('SQLite reads the views of sakila as we do', () => {
  const database = corpusDatabase('sakila.sqlite')
  const views = database.prepare(`select sql from sqlite_schema where type = 'view'`).all()
  expect(views).toHaveLength(5)
  for (const { sql } of views) {
    const { query } = readCreateView(String(sql))!
    expect(columnsUsed(query, {})).toEqual(columnsRead(database, query))
  }
})

test('Postgres reads the views of pagila as we do', async () => {
  const engine = await pgliteEngine()
  await engine.fresh()
  for (const statement of corpusStatements('pagila.postgres')) await engine.exec(statement)
  const views = await engine.query(`
    select c.oid::regclass::text as name, pg_get_viewdef(c.oid) as sql,
      (select string_agg(distinct format('%s.%s', r.relname, a.attname), ' ')
       from pg_depend d join pg_rewrite w on w.oid = d.objid join pg_class r on r.oid = d.refobjid
       join pg_attribute a on a.attrelid = d.refobjid and a.attnum = d.refobjsubid
       where w.ev_class = c.oid and d.refobjsubid > 0 and r.oid <> c.oid) as columns,
      (select string_agg(distinct r.relname, ' ') from pg_depend d join pg_rewrite w on w.oid = d.objid
       join pg_class r on r.oid = d.refobjid where w.ev_class = c.oid and r.oid <> c.oid) as relations
    from pg_class c where relkind in ('v', 'm') and relnamespace = 'public'::regnamespace order by 1`)
  expect(views).toHaveLength(8)
  for (const view of views) {
    const sql = String(view.sql)
    expect(columnsUsed(sql, {})).toEqual(String(view.columns).split(' ').sort())
    expect([...new Set(relationUses(sql).map(use => use.name))].sort()).toEqual(
      String(view.relations).split(' ').sort(),
    )
  }
})
