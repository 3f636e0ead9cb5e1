import { expect, test } from 'vitest'
import { postgres } from '../../../compiler/dialects/postgres/postgres.ts'
import { isRefusedInTransaction } from '../../../compiler/dialects/postgres/render/run-sql.ts'
import { EMPTY_SCHEMA } from '../../../compiler/schema/schema.ts'
import type { SqlSide } from '../../../compiler/steps/step.ts'

const step = (up: SqlSide) => ({
  kind: 'sql' as const,
  name: "it's",
  up,
  down: { none: 'the old values are not kept' },
})

test('hand-written SQL runs statement by statement', () => {
  const text = `
    create function f() returns int language sql as $$ select 1; $$;
    -- then
    insert into t values ('a;b');;
    create index concurrently i on t (a)
  `
  expect(postgres.render([step({ run: { all: 'select 2', postgres: text } })], EMPTY_SCHEMA)).toEqual([
    {
      sql: 'create function f() returns int language sql as $$ select 1; $$',
      about: "sql 'it''s'",
      transaction: true,
    },
    { sql: "-- then\n    insert into t values ('a;b')", about: "sql 'it''s'", transaction: true },
    { sql: 'create index concurrently i on t (a)', about: "sql 'it''s'", transaction: false },
  ])
})

test('a side with a reason, or for others only, runs nothing', () => {
  expect(postgres.render([step({ none: 'no' })], EMPTY_SCHEMA)).toEqual([])
  expect(postgres.render([step({ run: { sqlite: 'vacuum' } })], EMPTY_SCHEMA)).toEqual([])
})

test.each([
  'create index concurrently i on t (a)',
  'CREATE UNIQUE INDEX CONCURRENTLY IF NOT EXISTS i on t (a)',
  'drop index concurrently i',
  'reindex table concurrently t',
  'reindex (verbose, concurrently) index i',
  'reindex database shop',
  'reindex schema public',
  'vacuum',
  '/* now */ vacuum (full) t',
  'cluster',
  'create database x',
  'drop database if exists x',
  'alter database x set tablespace y',
  "create tablespace x location '/tmp'",
  'alter system set work_mem = 1',
  'alter table p detach partition q concurrently',
  "create subscription s connection 'x' publication p",
  'discard all',
])('outside of a transaction: %s', sql => {
  expect(isRefusedInTransaction(sql)).toBe(true)
})

test.each([
  'create index i on t (a)',
  'reindex table t',
  'cluster t',
  "alter type e add value 'x'",
  'refresh materialized view concurrently m',
  'truncate t',
  'analyze',
  'alter table p detach partition q finalize',
  'alter table t add column concurrently int',
  "insert into t values ('vacuum')",
  'alter database x set work_mem = 1',
  'discard plans',
])('inside of one: %s', sql => {
  expect(isRefusedInTransaction(sql)).toBe(false)
})
