import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { canonicalText } from '../../../compiler/dialects/postgres/types/canonical-type.ts'
import { usingFor } from '../../../compiler/dialects/postgres/types/using.ts'
import { spell } from '../../../compiler/dialects/postgres/types.ts'
import { pgliteEngine } from '../../engines/pglite.ts'
import type { TestEngine } from '../../engines/test-engine.ts'
import { type } from './schema-of.ts'

let engine: TestEngine
beforeAll(async () => {
  engine = await pgliteEngine()
  await engine.fresh()
  await engine.run(['create extension citext'])
})
afterAll(() => engine.close())

test.each([
  ['smallint', 'smallint'],
  ['int', 'integer'],
  ['bigint', 'bigint'],
  ['decimal', 'numeric'],
  ['decimal(12,2)', 'numeric(12, 2)'],
  ['real', 'real'],
  ['double', 'double precision'],
  ['bool', 'boolean'],
  ['text', 'text'],
  ['varchar(5)', 'varchar(5)'],
  ['char(2)', 'char(2)'],
  ['bytes', 'bytea'],
  ['timestamptz(3)', 'timestamptz(3)'],
  ['int[]', 'integer[]'],
  ['enum audit.Mood', 'audit."Mood"'],
  ['enum mood[]', 'mood[]'],
  ['`geometry(Point, 4326)`', 'geometry(Point, 4326)'],
  ['nonsense', undefined],
  ['nonsense[]', undefined],
])('%s is spelled %s', (from, to) => {
  expect(spell(type(from))).toBe(to)
})

describe('the canonical spelling is what the catalog shows', () => {
  test.each(
    `int|int4|integer|varchar(10)|varchar|char|char(3)|decimal|numeric(10)|decimal(12, 2)|numeric(3,-1)|float|float(10)|float(30)
    |timestamptz|timestamptz(3)|timestamp(0)|timestamp (3) with time zone|time|timetz|time(2) with time zone|interval
    |interval(3)|interval day to second|interval day to second(3)|interval year|bit|bit(3)|varbit|bit varying(4)|"char"
    |int[]|int[3][]|varchar(5)[]|int array|int array[4]|text []|timestamptz[]|bpchar|name|oid|national character varying(3)
    |pg_catalog.int4|double precision[]|DOUBLE   PRECISION|tstzrange|jsonb|money|xml|regclass|bool|uuid|citext|inet|cidr
    |macaddr8|tsvector|int4range|point|bytea|date|real|smallint|json|nchar(3)|dec(4,1)|char varying(3)`
      .split('|')
      .map(item => item.trim()),
  )('%s', async written => {
    const [row] = await engine.query(
      `select format_type(t.oid, m.typmod) as shown from pg_type t, (select attnum, atttypid, atttypmod as typmod from pg_attribute
        where attrelid = (${await tableWith(written)})::regclass and attname = 'a') m where t.oid = m.atttypid`,
    )
    expect(canonicalText({ kind: 'raw', sql: written })).toBe(row!.shown)
  })

  async function tableWith(written: string): Promise<string> {
    await engine.run(['drop table if exists x', `create table x (a ${written})`])
    return `'x'`
  }
})

test.each([
  ['int', 'bigint', undefined],
  ['bigint', 'int', undefined],
  ['text', 'varchar(3)', undefined],
  ['int', 'varchar(3)', undefined],
  ['text', 'varchar(3)[]', 'c::varchar[]'],
  ['text', 'decimal(5,2)', 'c::numeric'],
  ['text', 'char(3)', undefined],
  ['jsonb', 'text', undefined],
  ['text', 'jsonb', 'c::jsonb'],
  ['text', 'enum mood', 'c::text::mood'],
  ['enum mood', 'text', undefined],
  ['enum mood', 'enum state', 'c::text::state'],
  ['enum mood[]', 'enum state[]', 'c::text[]::state[]'],
  ['enum mood[]', 'text[]', undefined],
  ['enum mood', 'varchar(3)', undefined],
  ['enum mood', 'int', 'c::text::integer'],
  ['bool', 'int', 'c::integer'],
  ['timestamp', 'timestamptz', `c at time zone 'UTC'`],
  ['timestamptz', 'timestamp(3)', `c at time zone 'UTC'`],
  ['date', 'timestamptz', `c::timestamp at time zone 'UTC'`],
  ['timestamptz', 'time', `(c at time zone 'UTC')::time`],
  ['`timestamp with time zone`', 'date', `(c at time zone 'UTC')::date`],
  ['`geometry(Point)`', '`geography(Point)`', 'c::geography(Point)'],
  ['varchar(5)[]', 'text[]', undefined],
])('from %s to %s by %s', (from, to, using) => {
  expect(usingFor('c', type(from), type(to))).toBe(using)
})
