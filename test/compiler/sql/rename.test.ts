import { expect, test } from 'vitest'
import {
  renameColumnInExpression,
  renameColumnInStatement,
  renameLiteral,
  renameRelation,
  renameType,
} from '../../../compiler/sql/rename.ts'

const T = { name: 't' }

test.each([
  [`a > 0 and lower(a) <> 'a' -- a`, `b > 0 and lower(b) <> 'a' -- a`],
  ['t.a + public.t.a + u.a', 't.b + public.t.b + u.a'],
  ['"a"+[a]+`a`+A', '"b"+[b]+`b`+b'],
  ['a(a) > "A" and a::a = c collate a', 'a(b) > "A" and a::a = c collate a'.replace('a::a', 'b::a')],
  ['exists (select 1 from u where u.a = t.a)', 'exists (select 1 from u where u.a = t.b)'],
  ['exists (select a from u)', 'exists (select a from u)'],
])('a column of an expression: %s', (before, after) => {
  expect(renameColumnInExpression(before, T, 'a', 'b')).toBe(after)
})

test.each([
  ['a > "a"', 'a', 'Odd name', '"Odd name" > "Odd name"'],
  ['a > "a"', 'a', 'order', '"order" > "order"'],
  ['"order" > [order]', 'order', 'sort', 'sort > sort'],
  ['[Id] > `Id` + "Id"', 'Id', 'Key', '[Key] > `Key` + "Key"'],
  ['Id > id', 'Id', 'Key', '"Key" > "Key"'],
  ['"Odd ""name"""', 'Odd "name"', 'a', 'a'],
])('quotes in %s: %s to %s', (before, from, to, after) => {
  expect(renameColumnInExpression(before, T, from, to)).toBe(after)
})

test.each([
  ['select a, t.a, "a" from t -- a\n where\ta = \'a\'', 'select b, t.b, "b" from t -- a\n where\tb = \'a\''],
  ['select x.a, u.a from t x, u', 'select x.b, u.a from t x, u'],
  ['select a from t join u on true', 'select b from t join u on true'],
  ['select (select a from u) from t', 'select (select a from u) from t'],
  ['with x as (select a from t) select a from x', 'with x as (select b as a from t) select a from x'],
  ['with x as (select b as a from t) select a from x', 'with x as (select b as a from t) select a from x'],
  ['with x (a) as (select a from t) select a from x', 'with x (a) as (select b from t) select a from x'],
  ['select a from (select * from t) x', 'select b from (select * from t) x'],
  ['select a from (select a::text from t) x', 'select a from (select b::text as a from t) x'],
  ['select c as a from t order by a', 'select c as a from t order by a'],
  ['select c as b, a from t order by a', 'select c as b, b from t order by t.b'],
  ['select a from t union select a from u order by a', 'select b from t union select a from u order by b'],
  ['select a from audit.t', 'select a from audit.t'],
  ['select a from t join u using (a)', 'select a from t join u using (a)'],
  ['update t set a = a + 1, c = u.a from u', 'update t set b = b + 1, c = u.a from u'],
  ['insert into t (a, c) values (1, 2) returning a', 'insert into t (b, c) values (1, 2) returning b'],
  ['create index i on t (a, lower(a)) where a > 0', 'create index i on t (b, lower(b)) where b > 0'],
  ['alter table x add foreign key (a) references t (a)', 'alter table x add foreign key (a) references t (b)'],
])('a column of a statement: %s', (before, after) => {
  expect(renameColumnInStatement(before, T, 'a', 'b')).toBe(after)
})

test('b renamed to a again', () => {
  const text = 'with x as (select a, c from t) select a from x join (select a as b from t) y on y.b = x.a'
  const there = renameColumnInStatement(text, T, 'a', 'd')
  expect(there).toBe('with x as (select d as a, c from t) select a from x join (select d as b from t) y on y.b = x.a')
  expect(renameColumnInStatement(there, T, 'd', 'a')).toBe(text)
})

test('the text of a trigger', () => {
  const text = `after update of a on t when new.a > old.a begin
  update t set a = new.a where id = new.id; -- a
  update u set a = old.a;
end`
  expect(renameColumnInStatement(text, T, 'a', 'b', { table: T })).toBe(
    text
      .replace('of a', 'of b')
      .replace('t set a', 't set b')
      .replaceAll('new.a', 'new.b')
      .replaceAll('old.a', 'old.b'),
  )
})

test('columns that are known settle what a bare name is', () => {
  const columnsOf = ({ name }: { readonly name: string }) => ({ t: ['a'], u: ['b', 'c'] })[name]
  const rename = (text: string) => renameColumnInStatement(text, T, 'a', 'b', { columnsOf })
  expect(rename('select a from t, public.u')).toBe('select t.b from t, public.u')
  expect(rename('select (select a from u) from t')).toBe('select (select t.b from u) from t')
  expect(rename('select a, b from t, u')).toBe('select t.b, u.b from t, u')
  expect(rename('select a from t where exists (select c from u)')).toBe(
    'select b from t where exists (select c from u)',
  )
})

test.each([
  [
    'select clients.id, clients.*, c.x from public.clients, clients c',
    'select people.id, people.*, c.x from public.people, people c',
  ],
  ['select clients from x as clients, audit.clients', 'select clients from x as clients, audit.clients'],
  ['with clients as (select 1) select * from clients', 'with clients as (select 1) select * from clients'],
  [
    'select 1 from clients, x people where clients.id = 1',
    'select 1 from people as clients, x people where clients.id = 1',
  ],
  [
    'update "clients" set clients = 1 where clients.id in (select id from clients)',
    'update "people" set clients = 1 where people.id in (select id from people)',
  ],
  [
    'after insert begin insert into clients select new.id; end',
    'after insert begin insert into people select new.id; end',
  ],
  [
    'insert into clients values (1) on conflict do update set a = excluded.a where clients.a > 0',
    'insert into people values (1) on conflict do update set a = excluded.a where people.a > 0',
  ],
  ["clients.age > 0 and age <> 'clients'", "people.age > 0 and age <> 'clients'"],
  ['select id from x where id in clients', 'select id from x where id in people'],
])('a relation: %s', (before, after) => {
  expect(renameRelation(before, { name: 'clients' }, { name: 'people' })).toBe(after)
})

test('a relation moves to another schema', () => {
  const text = 'select t.a, a.t.b, x.c from a.t, a.t x, t y'
  expect(renameRelation(text, { schema: 'a', name: 't' }, { schema: 'b', name: 't' })).toBe(
    'select t.a, b.t.b, x.c from b.t, b.t x, t y',
  )
  expect(renameRelation(text, { schema: 'a', name: 't' }, { name: 'u' })).toBe('select u.a, u.b, x.c from u, u x, t y')
  expect(renameRelation('select * from t', { name: 't' }, { schema: 'My', name: 't' })).toBe('select * from "My".t')
})

test('whole rows', () => {
  const columnsOf = ({ name }: { readonly name: string }) => ({ t: ['id'], u: ['t'] })[name]
  const rename = (text: string) => renameRelation(text, T, { name: 'z' }, { columnsOf })
  expect(rename('select to_json(t), t.id from t')).toBe('select to_json(z), z.id from z')
  expect(rename('select t from t, u')).toBe('select t from z, u')
})

const isStatus = (column: string) => column === 'status'

test.each([
  ["status = 'a' or status<>'b' or other = 'a'", "status = 'it''s' or status<>'b' or other = 'a'"],
  ["'a' = status and 'a'::text <> (status)::text", "'it''s' = status and 'it''s'::text <> (status)::text"],
  ["status not in ('a', 'b') and t.status in ('a')", "status not in ('it''s', 'b') and t.status in ('it''s')"],
  [
    "((status)::text = ANY ((ARRAY['a'::order_status, 'b'])::text[]))",
    "((status)::text = ANY ((ARRAY['it''s'::order_status, 'b'])::text[]))",
  ],
  ["status = any ('{a,b}'::order_status[])", `status = any ('{"it''s",b}'::order_status[])`],
  [
    "case status when 'a' then 'a' when 'b' then case x when 'a' then 1 end end",
    "case status when 'it''s' then 'a' when 'b' then case x when 'a' then 1 end end",
  ],
  [
    "status between 'a' and 'b' or status is distinct from 'a'",
    "status between 'it''s' and 'b' or status is distinct from 'it''s'",
  ],
  ["coalesce(status, 'a') = x and nullif(x, 'a') = y", "coalesce(status, 'it''s') = x and nullif(x, 'a') = y"],
  ["cast(status as text) = cast('a' as text)", "cast(status as text) = cast('it''s' as text)"],
  ["select 'a' from t where t.status = 'a' and t.x = 'a'", "select 'a' from t where t.status = 'it''s' and t.x = 'a'"],
  ["status = x'0a' and status = 'A' and status || 'a' = x", "status = x'0a' and status = 'A' and status || 'a' = x"],
  ["Status = 'a'", "Status = 'it''s'"],
])('a value: %s', (before, after) => {
  expect(renameLiteral(before, isStatus, 'a', "it's")).toBe(after)
})

test('a value that is cast to the type', () => {
  const text = `'a'::order_status = x or cast('a' as public."order_status") = y or 'a'::text = z or 'a'::audit.order_status = w`
  expect(renameLiteral(text, () => false, 'a', 'b', { schema: 'public', name: 'order_status' })).toBe(
    `'b'::order_status = x or cast('b' as public."order_status") = y or 'a'::text = z or 'a'::audit.order_status = w`,
  )
})

test.each([
  [
    "a = 'x'::mood and cast(b as mood[]) is null and mood > 1",
    "a = 'x'::humour and cast(b as humour[]) is null and mood > 1",
  ],
  [
    "select mood 'sad', m.mood as mood from mood m where x::public.mood is null",
    "select humour 'sad', m.mood as mood from mood m where x::public.humour is null",
  ],
  [
    'select x.m from json_to_recordset(null) as x(m "mood", mood int)',
    'select x.m from json_to_recordset(null) as x(m "humour", mood int)',
  ],
  ['select x::audit.mood, xmlelement(name a, mood)', 'select x::audit.mood, xmlelement(name a, mood)'],
])('a type: %s', (before, after) => {
  expect(renameType(before, { name: 'mood' }, { name: 'humour' })).toBe(after)
})

test('a type that changes its schema, and the type of the rows of a table', () => {
  const to = { schema: 'app', name: 'mood' }
  expect(renameType('x::mood', { name: 'mood' }, to)).toBe('x::app.mood')
  expect(renameType('x::app.mood', to, { name: 'mood' })).toBe('x::mood')
  expect(renameRelation('select null::t, t.a from t', T, { name: 'u' })).toBe('select null::u, u.a from u')
})
