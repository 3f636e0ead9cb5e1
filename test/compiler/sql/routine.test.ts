import { describe, expect, test } from 'vitest'
import { renameFunction, renameSequence } from '../../../compiler/sql/rename-object.ts'
import { namesInSql } from '../../../compiler/sql/routine/body-names.ts'
import { plainTypeText } from '../../../compiler/sql/routine/plain-type.ts'
import { readArguments } from '../../../compiler/sql/routine/read-arguments.ts'
import { readOptions } from '../../../compiler/sql/routine/read-options.ts'
import { writeArguments, writeOptions } from '../../../compiler/sql/routine/write-head.ts'

describe('the arguments of a function', () => {
  test.each([
    ['a int, b varchar(10)[]', 'a integer, b character varying[]'],
    ['int4, text', 'integer, text'],
    [
      'in a int, out b text, in out c bool, variadic d int[]',
      'a integer, out b text, inout c boolean, variadic d integer[]',
    ],
    ['a in int, b out text', 'a integer, out b text'],
    ['double precision, x double precision', 'double precision, x double precision'],
    ['timestamp(3) with time zone, t timetz', 'timestamp with time zone, t time with time zone'],
    ['interval, i interval day to second(3)', 'interval, i interval'],
    ['"Odd" audit."Mood", "user" public.users', '"Odd" audit."Mood", "user" users'],
    [
      "a int = 5, b text default 'a, b', c numeric default f(1,2)::numeric",
      "a integer default 5, b text default 'a, b', c numeric default f(1, 2)::numeric",
    ],
    ['a int default -1, b int default 1 - -1', 'a integer default -1, b integer default 1 - -1'],
    ['"char", char, bpchar, national character varying(3)', '"char", character, character, character varying'],
    ['least int, "between" date', '"least" integer, "between" date'],
    ['', ''],
  ])('%s', (written, plain) => {
    const read = readArguments(written)
    expect(read.every(one => one !== undefined)).toBe(true)
    const text = writeArguments(read.filter(one => one !== undefined))
    expect(text).toBe(plain)
    expect(readArguments(text)).toEqual(read)
  })

  test('what is none is undefined', () => {
    expect(readArguments('a int int, b text, , c')).toEqual([
      undefined,
      { name: 'b', type: 'text' },
      undefined,
      { type: 'c' },
    ])
  })
})

describe('the options of a function', () => {
  test.each([
    ['returns setof users language plpgsql', 'setof users', 'language plpgsql'],
    ['returns table (a int, "b c" text[]) stable', 'table (a integer, "b c" text[])', 'language sql stable'],
    ["returns int language 'PLPGSQL' immutable volatile", 'integer', 'language plpgsql'],
    ['returns null on null input returns int', 'integer', 'language sql strict'],
    [
      'cost 5 rows 7 returns trigger security definer parallel safe leakproof window called on null input external security definer',
      'trigger',
      'language sql window leakproof security definer parallel safe cost 5 rows 7',
    ],
    [
      `set search_path to "$user", public set work_mem = '64MB' set app.x to -1 set search_path to ''`,
      undefined,
      `language sql set work_mem to '64MB' set app.x to -1 set search_path to ''`,
    ],
    [
      'transform for type hstore, for type jsonb support audit.f',
      undefined,
      'language sql transform for type hstore, for type jsonb support audit.f',
    ],
  ])('%s', (written, returns, options) => {
    const read = readOptions(written)
    expect(read.unknown).toEqual([])
    expect([read.returns, writeOptions(read.options)]).toEqual([returns, options])
  })

  test('what means nothing is told', () => {
    expect(readOptions('returns int imutable set x').unknown).toEqual(['imutable', 'set', 'x'])
  })
})

test.each([
  ['INT4', 'integer'],
  ['pg_catalog.int8', 'bigint'],
  ['public.mood[]', 'mood[]'],
  ['setof audit.events', 'setof audit.events'],
  ['float', 'double precision'],
  ['text array', 'text[]'],
])('the type %s is %s', (written, plain) => {
  expect(plainTypeText(written)).toBe(plain)
})

test.each([
  ['begin atomic select f(a) from t; insert into u values (g()); end', { relations: ['t', 'u'], routines: ['f', 'g'] }],
  ['return (select count(*) from t) + f(1)', { relations: ['t'], routines: ['count', 'f'] }],
  ['select a from t; delete from u', { relations: ['t', 'u'], routines: [] }],
  ["nextval('s') + h(1, 2)", { relations: [], routines: ['nextval', 'h'] }],
])('the names in %s', (sql, { relations, routines }) => {
  const names = namesInSql(sql)
  expect(names.relations.map(({ name }) => name)).toEqual(relations)
  expect(names.routines.map(({ name }) => name)).toEqual(routines)
})

test('how many arguments a call has is told, but for the function of a trigger', () => {
  expect(namesInSql('select f(a, g(1, 2)), h()').routines).toEqual([
    { name: 'f', given: 2 },
    { name: 'g', given: 2 },
    { name: 'h', given: 0 },
  ])
  expect(namesInSql("after insert for each row execute function f('a', 'b')").routines).toEqual([
    { name: 'f', given: 0 },
  ])
})

test.each([
  ['f(1) + x.f(2) + "f"(3) + f + ff(4)', 'g(1) + x.f(2) + "g"(3) + f + ff(4)'],
  ["select f(a) as f, 'f(1)' from f", "select g(a) as f, 'f(1)' from f"],
  [
    'before update for each row when (f(new.a)) execute function f()',
    'before update for each row when (g(new.a)) execute function g()',
  ],
  ['begin atomic select f(1); end', 'begin atomic select g(1); end'],
  ['return f(1)', 'return g(1)'],
])('a function renamed in %s', (sql, renamed) => {
  expect(renameFunction(sql, { name: 'f' }, { name: 'g' })).toBe(renamed)
})

test.each([
  ["nextval('s')", "nextval('r')"],
  [
    "nextval('public.s'::regclass) + currval('\"s\"') + setval('other', 1)",
    "nextval('r'::regclass) + currval('r') + setval('other', 1)",
  ],
  ["'s' || nextval('S')", "'s' || nextval('r')"],
  ["select last_value from s where 's' <> ''", "select last_value from r where 's' <> ''"],
])('a sequence renamed in %s', (sql, renamed) => {
  expect(renameSequence(sql, { name: 's' }, { name: 'r' })).toBe(renamed)
})

test('a sequence that moves to a schema is written with it', () => {
  expect(renameSequence("nextval('s')", { name: 's' }, { schema: 'audit', name: 's' })).toBe("nextval('audit.s')")
  expect(renameSequence("nextval('audit.s')", { schema: 'audit', name: 's' }, { name: 's' })).toBe("nextval('s')")
})
