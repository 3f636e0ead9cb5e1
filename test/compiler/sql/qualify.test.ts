import { expect, test } from 'vitest'
import { qualifyNames, withoutSchemas } from '../../../compiler/sql/qualify.ts'

const relations = new Set(['users', 'orders', 'Odd', 'open'])
const types = new Set(['mood', ...relations])
const has = { relation: (name: string) => relations.has(name), type: (name: string) => types.has(name) }

const NEW = [
  ['select * from users', 'select * from app.users'],
  [
    'select users.id, o.* from USERS join orders as o on o.user_id = users.id',
    'select users.id, o.* from app.USERS join app.orders as o on o.user_id = users.id',
  ],
  ['select u.id from "users" u, "Odd" o', 'select u.id from app."users" u, app."Odd" o'],
  [
    'select (select max(id) from orders) from users where id in (select user_id from orders)',
    'select (select max(id) from app.orders) from app.users where id in (select user_id from app.orders)',
  ],
  [
    'select id from users union all select id from orders order by id',
    'select id from app.users union all select id from app.orders order by id',
  ],
  [
    'with users as (select * from users where id > 1) select * from users',
    'with users as (select * from app.users where id > 1) select * from users',
  ],
  [
    'with x as (with users as (select * from users) select * from users) select * from users, x',
    'with x as (with users as (select * from app.users) select * from users) select * from app.users, x',
  ],
  [
    "select 'happy'::mood, cast(null as mood[]), null::users from users",
    "select 'happy'::app.mood, cast(null as app.mood[]), null::app.users from app.users",
  ],
  ['select mood, users.mood as mood from users', 'select mood, users.mood as mood from app.users'],
  ["select mood 'sad' from users", "select app.mood 'sad' from app.users"],
  [
    "mood = 'a'::mood and mood::text <> mood::mood::text",
    "mood = 'a'::app.mood and mood::text <> mood::app.mood::text",
  ],
  [
    "a = any (array['x', 'y']::mood[]) and b between mood 'x' and 'y'",
    "a = any (array['x', 'y']::app.mood[]) and b between app.mood 'x' and 'y'",
  ],
  [
    'select x.m from json_to_recordset(null) as x(m mood, n int)',
    'select x.m from json_to_recordset(null) as x(m app.mood, n int)',
  ],
  [
    'after insert begin insert into orders select * from users; update users set a = new.a; delete from "orders"; end',
    'after insert begin insert into app.orders select * from app.users; update app.users set a = new.a; delete from app."orders"; end',
  ],
  [
    'after insert or update from users for each row when (new.a::mood is null) execute function users()',
    'after insert or update from app.users for each row when (new.a::app.mood is null) execute function users()',
  ],
  [
    "-- from users\nselect 'from users', users(1) from users -- users",
    "-- from users\nselect 'from users', users(1) from app.users -- users",
  ],
  [
    'exists (select 1 from users where users.id = user_id)',
    'exists (select 1 from app.users where users.id = user_id)',
  ],
  ['select extract(year from open.at) from open', 'select extract(year from open.at) from app.open'],
] as const

const KEPT = [
  'select 1 from audit.users, other, Odd, users(1)',
  'with users as (select 1 as id) select * from users',
  'with recursive users as (select 1 union all select * from users) select * from users',
  'with users as (select 1 as a) select * from (with users as (select * from users) select * from users) x',
  'select app.users.id, app.users.* from app.users',
  'users > 0 and orders.a is null',
]

test.each(NEW)('the schema is put before a name: %s', (text, wanted) => {
  expect(qualifyNames(text, 'app', has)).toBe(wanted)
  expect(qualifyNames(wanted, 'app', has)).toBe(wanted)
  expect(withoutSchemas(wanted)).toBe(text)
})

test.each(KEPT)('names that mean something else, or say where they are: %s', text => {
  expect(qualifyNames(text, 'app', has)).toBe(text)
})

test('a schema that needs quotes', () => {
  expect(qualifyNames('select 1 from users', 'My App', has)).toBe('select 1 from "My App".users')
  expect(withoutSchemas('select "My App" . users.id from "My App"."users"')).toBe('select users.id from "users"')
})

test('SQLite keeps its own schemas', () => {
  const text = 'select main.t.a, temp.u.b, t.a from main.t, temp.u'
  expect(withoutSchemas(text)).toBe(text)
  expect(withoutSchemas("a > 0.5 and t.b <> 'app.users'")).toBe("a > 0.5 and t.b <> 'app.users'")
})
