import { PGlite } from '@electric-sql/pglite'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Type } from '../../../compiler/schema/type.ts'
import { typeChange } from '../../../compiler/schema/type-change.ts'

interface Sample {
  readonly sql: string
  readonly type: Type
  readonly values: readonly string[]
}

function builtin(sql: string, name: string, args: readonly number[] | undefined, ...values: string[]): Sample {
  return { sql, type: { kind: 'builtin', name, ...(args === undefined ? {} : { args }) }, values }
}

const MOMENTS = ["'2024-02-29 23:59:59.987654'", "'1999-01-01 00:00:00'"]
const TIMES = ["'23:59:59.987654'", "'00:00:00'"]
const LONG = `'${'long '.repeat(20)}'`

const SAMPLES: readonly Sample[] = [
  builtin('smallint', 'smallint', undefined, '0', '7', '-32768', '32767'),
  builtin('integer', 'int', undefined, '0', '7', '-2147483648', '2147483647', '16777217'),
  builtin('bigint', 'bigint', undefined, '0', '7', '-9223372036854775808', '9223372036854775807', '9007199254740993'),
  builtin('numeric', 'decimal', undefined, '0', '1.5', '12345678901234567890.123456789', '1e39', '1e-30', '-1e140'),
  builtin('numeric(3,0)', 'decimal', [3], '0', '999', '-999'),
  builtin('numeric(4,2)', 'decimal', [4, 2], '0', '99.99', '-99.99', '0.5'),
  builtin('numeric(10,2)', 'decimal', [10, 2], '0', '99999999.99', '-0.01'),
  builtin('numeric(12,2)', 'decimal', [12, 2], '0', '9999999999.99'),
  builtin('numeric(12,4)', 'decimal', [12, 4], '0', '99999999.9999'),
  builtin('numeric(20,0)', 'decimal', [20, 0], '0', '99999999999999999999'),
  builtin('real', 'real', undefined, '0', '1.5', '1e38', '0.1', '1e-30', '123456.7', '123456.789'),
  builtin('double precision', 'double', undefined, '0', '1.5', '1e300', '0.1', '0.30000000000000004', '2.5'),
  builtin('boolean', 'bool', undefined, 'true', 'false'),
  builtin('text', 'text', undefined, "'x'", LONG, "'007'", "'ends  '", "''"),
  builtin('varchar(5)', 'varchar', [5], "'x'", "'12345'", "'x    '", "'007'"),
  builtin('varchar(10)', 'varchar', [10], "'x'", "'1234567890'", "'x         '"),
  builtin('varchar', 'varchar', undefined, "'x'", LONG, "'ends  '"),
  builtin('char(5)', 'char', [5], "'x'", "'12345'"),
  builtin('char(10)', 'char', [10], "'x'", "'1234567890'"),
  builtin('name', 'name', undefined, "'x'", `'${'n'.repeat(63)}'`),
  builtin('bytea', 'bytes', undefined, "'\\x00ff'", "'\\x'", `'\\x${'ab'.repeat(40)}'`),
  builtin('uuid', 'uuid', undefined, "'11111111-2222-3333-4444-555555555555'"),
  builtin('date', 'date', undefined, "'2024-02-29'", "'0001-01-01'"),
  builtin('time', 'time', undefined, ...TIMES),
  builtin('time(0)', 'time', [0], "'23:59:59'"),
  builtin('time with time zone', 'timetz', undefined, "'23:59:59.987654+02'", "'01:00:00-05'"),
  builtin('timestamp', 'timestamp', undefined, ...MOMENTS),
  builtin('timestamp(0)', 'timestamp', [0], ...MOMENTS),
  builtin('timestamp(3)', 'timestamp', [3], ...MOMENTS),
  builtin('timestamptz', 'timestamptz', undefined, ...MOMENTS),
  builtin('timestamptz(3)', 'timestamptz', [3], ...MOMENTS),
  builtin('interval', 'interval', undefined, "'1 mon 3 days 04:05:06.789123'", "'00:00:01'"),
  builtin('interval(0)', 'interval', [0], "'1 mon 3 days 04:05:06'"),
  builtin('json', 'json', undefined, '\'{"b": 1, "a": 2, "a": 3}\'', "'1'", '\'"\\u0000"\''),
  builtin('jsonb', 'jsonb', undefined, '\'{"a": 2}\'', "'1'", "'1.5'", "'true'", "'1e40'"),
  builtin('inet', 'inet', undefined, "'10.1.2.3/8'", "'10.0.0.0/8'"),
  builtin('cidr', 'cidr', undefined, "'10.0.0.0/8'"),
  builtin('macaddr', 'macaddr', undefined, "'08:00:2b:01:02:03'"),
  builtin('macaddr8', 'macaddr8', undefined, "'08:00:2b:ff:fe:01:02:03'", "'08:00:2b:01:02:03:04:05'"),
  builtin('tsvector', 'tsvector', undefined, "'cat:1 hat:2'"),
  builtin('tsquery', 'tsquery', undefined, "'cat & hat'"),
  builtin('xml', 'xml', undefined, "'<a/>'", `'<a>${'b'.repeat(90)}</a>'`),
  builtin('bit(3)', 'bit', [3], "b'101'"),
  builtin('bit(8)', 'bit', [8], "b'10100000'"),
  builtin('varbit(3)', 'varbit', [3], "b'1'", "b'101'"),
  builtin('varbit(8)', 'varbit', [8], "b'1'", "b'10100000'"),
  builtin('varbit', 'varbit', undefined, `b'${'1'.repeat(70)}'`, "b''"),
  builtin('money', 'money', undefined, '1.23::numeric::money', '(-92233720368547758.08)::numeric::money'),
  builtin('point', 'point', undefined, "'(1,2)'"),
  builtin('box', 'box', undefined, "'(3,4),(1,2)'"),
  builtin('polygon', 'polygon', undefined, "'((0,0),(1,1),(2,0))'"),
  builtin('path', 'path', undefined, "'[(0,0),(1,1),(2,0)]'"),
  builtin('circle', 'circle', undefined, "'<(1,2),3>'"),
  builtin('int4range', 'int4range', undefined, "'[1,5)'"),
  builtin('int8range', 'int8range', undefined, "'[1,5)'"),
  builtin('daterange', 'daterange', undefined, "'[2024-01-01,2024-02-01)'"),
  builtin('oid', 'oid', undefined, '0', '7', '4294967295'),
  { sql: 'mood', type: { kind: 'enum', name: { name: 'mood' } }, values: ["'sad'"] },
  { sql: 'tone', type: { kind: 'enum', name: { name: 'tone' } }, values: ["'sad'"] },
  { sql: 'integer[]', type: { kind: 'array', of: { kind: 'builtin', name: 'int' } }, values: ["'{1,2147483647}'"] },
  { sql: 'smallint[]', type: { kind: 'array', of: { kind: 'builtin', name: 'smallint' } }, values: ["'{1}'"] },
  { sql: 'text[]', type: { kind: 'array', of: { kind: 'builtin', name: 'text' } }, values: ["'{a,b}'"] },
  {
    sql: 'varchar(5)[]',
    type: { kind: 'array', of: { kind: 'builtin', name: 'varchar', args: [5] } },
    values: ["'{a,b}'"],
  },
  { sql: 'varchar(10)[]', type: { kind: 'array', of: { kind: 'builtin', name: 'varchar', args: [10] } }, values: [] },
]

/** Ways back that have no single cast. */
const BACK: Readonly<Record<string, string>> = { money: 'x::numeric::' }

/** Casts that Postgres has had since 18 only, which cannot be relied on. */
const SINCE_18 = /^(bytea (smallint|integer|bigint)|(smallint|integer|bigint) bytea)$/

const FIT_FOR_AN_INDEX = /^(smallint|integer|bigint|numeric|text|varchar|char|uuid|date|time|oid|inet|cidr)/

/** Changes the type of an empty column to each of some: the cast that this takes, what is done to the table and to an index on it. */
const MEASURE = `
create function measure(from_type text, to_types text[], is_indexed boolean) returns table ("cast" text, work text, refused text)
language plpgsql as $$
declare
  to_type text;
  table_file oid;
  index_file oid;
begin
  execute format('create table t (x %s)', from_type);
  if is_indexed then
    execute 'create index i on t (x)';
  end if;
  table_file := pg_relation_filenode(to_regclass('t'));
  index_file := pg_relation_filenode(to_regclass('i'));
  foreach to_type in array to_types loop
    work := null;
    refused := null;
    begin
      execute format('alter table t alter column x type %s', to_type);
      "cast" := 'implicit';
      work := case
        when pg_relation_filenode(to_regclass('t')) <> table_file then 'rewrite'
        when pg_relation_filenode(to_regclass('i')) <> index_file then 'reindex'
        else 'free'
      end;
      raise exception using errcode = 'UNDO0';
    exception when sqlstate 'UNDO0' then null; when others then refused := sqlstate;
    end;
    if refused is not null then
      begin
        execute format('alter table t alter column x type %1$s using x::%1$s', to_type);
        "cast" := 'explicit';
        raise exception using errcode = 'UNDO0';
      exception when sqlstate 'UNDO0' then null; when others then "cast" := 'none';
      end;
    end if;
    return next;
  end loop;
  drop table t;
end
$$`

/** Changes the type of a column with one value in some ways, and back: why that fails, and whether the value is what it was. */
const THERE_AND_BACK = `
create function there_and_back(from_type text, value text, there text[], back text[]) returns table (failed text, same boolean)
language plpgsql as $$
declare
  before text;
begin
  execute format('create table t (x %s)', from_type);
  execute format('insert into t values (%s)', value);
  execute 'select x::text from t' into before;
  for at in 1 .. coalesce(array_length(there, 1), 0) loop
    failed := null;
    same := null;
    begin
      begin
        execute 'alter table t alter column x type ' || there[at];
      exception when others then
        failed := sqlstate;
      end;
      if failed is null then
        begin
          execute format('alter table t alter column x type %s using %s', from_type, back[at]);
        exception when others then
          execute format('alter table t alter column x type %1$s using x::text::%1$s', from_type);
        end;
        execute 'select x::text = $1 from t' into same using before;
      end if;
      raise exception using errcode = 'UNDO0';
    exception when sqlstate 'UNDO0' then null; when others then same := false;
    end;
    return next;
  end loop;
  drop table t;
end
$$`

let db: PGlite

beforeAll(async () => {
  db = await PGlite.create()
  await db.exec(`set timezone to 'UTC'; create type mood as enum ('sad', 'ok'); create type tone as enum ('sad')`)
  await db.exec(`${MEASURE}; ${THERE_AND_BACK}`)
})

afterAll(() => db.close())

interface Measured {
  readonly cast: string
  readonly work: string | null
  readonly refused: string | null
}

const isFit = ({ sql }: Sample) => FIT_FOR_AN_INDEX.test(sql) && !sql.endsWith(']')

async function measure(from: Sample, to: readonly Sample[], isIndexed: boolean): Promise<readonly Measured[]> {
  const { rows } = await db.query<Measured>('select * from measure($1, $2, $3)', [
    from.sql,
    to.map(({ sql }) => sql),
    isIndexed,
  ])
  return rows
}

interface Trip {
  readonly there: string
  readonly back: string
}

interface Returned {
  readonly failed: string | null
  readonly same: boolean | null
}

async function thereAndBack(from: Sample, value: string, trips: readonly Trip[]): Promise<readonly Returned[]> {
  const { rows } = await db.query<Returned>('select * from there_and_back($1, $2, $3, $4)', [
    from.sql,
    value,
    trips.map(({ there }) => there),
    trips.map(({ back }) => back),
  ])
  return rows
}

describe.each(SAMPLES.map(sample => [sample.sql, sample] as const))('from %s', (_name, from) => {
  it('needs the cast and does the work that Postgres does', async () => {
    const all = SAMPLES.filter(to => !SINCE_18.test(`${from.sql} ${to.sql}`))
    const fit = isFit(from) ? all.filter(isFit) : []
    const others = [...fit, ...all.filter(to => !fit.includes(to))]
    const indexed = fit.length === 0 ? [] : await measure(from, fit, true)
    const measured = [...indexed, ...(await measure(from, others.slice(fit.length), false))]
    const wrong = others.flatMap((to, at) => {
      const { cast, work, refused } = measured[at]!
      const change = typeChange(from.type, to.type)
      const isRight = change.cast === cast && (work === null || change.work === work)
      return isRight && (refused ?? '42804') === '42804' ? [] : [{ to: to.sql, change, cast, work, refused }]
    })
    expect(wrong).toEqual([])
    expect(measured).toHaveLength(others.length)
  })

  it('names every value that fails or changes', async () => {
    const trips = SAMPLES.flatMap(to => {
      const change = typeChange(from.type, to.type)
      if (change.cast === 'none') return []
      const there = `${to.sql}${change.cast === 'explicit' ? ` using x::${to.sql}` : ''}`
      const back = `${BACK[to.sql] ?? 'x::'}${from.sql}`
      return [{ to, change, there, back }]
    })
    const wrong: string[] = []
    for (const value of from.values) {
      const returned = await thereAndBack(from, value, trips)
      expect(returned).toHaveLength(trips.length)
      for (const [at, { to, change }] of trips.entries()) {
        const { failed, same } = returned[at]!
        if (failed !== null) {
          if (change.narrowing === undefined) wrong.push(`${to.sql}: ${value} fails with ${failed}`)
        } else if (change.lossy === undefined && !(change.narrowing !== undefined && value.endsWith(" '")) && !same)
          wrong.push(`${to.sql}: ${value} does not come back`)
      }
    }
    expect(wrong).toEqual([])
  })
})

describe('what is not known', () => {
  const raw = (sql: string): Type => ({ kind: 'raw', sql })

  it('is free only when the text is the same', () => {
    expect(typeChange(raw('geometry(Point,  4326)'), raw('geometry(Point, 4326)'))).toMatchObject({
      work: 'free',
      known: true,
    })
    expect(typeChange(raw('geometry'), raw('geography'))).toMatchObject({ work: 'rewrite', known: false })
  })

  it('names a type by any of its spellings', () => {
    const change = typeChange({ kind: 'builtin', name: 'integer' }, { kind: 'builtin', name: 'int' })
    expect(change).toEqual({ work: 'free', cast: 'implicit', known: true })
  })
})
