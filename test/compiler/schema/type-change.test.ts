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

let db: PGlite
let setup: Promise<unknown>

beforeAll(async () => {
  db = await PGlite.create()
  setup = db.exec(`set timezone to 'UTC'; create type mood as enum ('sad', 'ok'); create type tone as enum ('sad')`)
  await setup
})

afterAll(() => db.close())

async function fails(sql: string): Promise<string | undefined> {
  await db.exec('savepoint s')
  try {
    await db.exec(`${sql}; release savepoint s`)
    return undefined
  } catch (error) {
    await db.exec('rollback to savepoint s; release savepoint s')
    return (error as { code?: string }).code ?? 'unknown'
  }
}

async function measure(from: Sample, to: Sample): Promise<{ cast: string; work?: string }> {
  const indexed = [from, to].every(({ sql }) => FIT_FOR_AN_INDEX.test(sql) && !sql.endsWith(']'))
  await db.exec(`create table t (x ${from.sql}); ${indexed ? 'create index i on t (x)' : ''}`)
  const files = async () =>
    (
      await db.query<{ relname: string; file: string }>(
        `select relname, pg_relation_filenode(oid)::text as file from pg_class where relname in ('t', 'i') order by 1 desc`,
      )
    ).rows.map(row => row.file)
  const before = await files()
  const plain = await fails(`alter table t alter column x type ${to.sql}`)
  if (plain !== undefined) {
    expect(plain).toBe('42804')
    const explicit = await fails(`alter table t alter column x type ${to.sql} using x::${to.sql}`)
    return { cast: explicit === undefined ? 'explicit' : 'none' }
  }
  const after = await files()
  const rewritten = before[0] !== after[0]
  return { cast: 'implicit', work: rewritten ? 'rewrite' : indexed && before[1] !== after[1] ? 'reindex' : 'free' }
}

async function inTransaction<T>(work: () => Promise<T>): Promise<T> {
  await db.exec('begin')
  try {
    return await work()
  } finally {
    await db.exec('rollback')
  }
}

describe.each(SAMPLES.map(sample => [sample.sql, sample] as const))('from %s', (_name, from) => {
  it('needs the cast and does the work that Postgres does', async () => {
    const wrong: unknown[] = []
    for (const to of SAMPLES) {
      if (SINCE_18.test(`${from.sql} ${to.sql}`)) continue
      const change = typeChange(from.type, to.type)
      const real = await inTransaction(() => measure(from, to))
      const said = real.work === undefined ? { cast: change.cast } : { cast: change.cast, work: change.work }
      if (said.cast !== real.cast || said.work !== real.work) wrong.push({ to: to.sql, said, real })
    }
    expect(wrong).toEqual([])
  })

  it('names every value that fails or changes', async () => {
    const wrong: string[] = []
    for (const to of SAMPLES) {
      const change = typeChange(from.type, to.type)
      if (change.cast === 'none') continue
      const using = change.cast === 'explicit' ? ` using x::${to.sql}` : ''
      for (const value of from.values) {
        await inTransaction(async () => {
          await db.exec(`create table t (x ${from.sql}); insert into t values (${value}); create table o as table t`)
          const failed = await fails(`alter table t alter column x type ${to.sql}${using}`)
          if (failed !== undefined) {
            if (change.narrowing === undefined) wrong.push(`${to.sql}: ${value} fails with ${failed}`)
            return
          }
          if (change.lossy !== undefined || (change.narrowing !== undefined && value.endsWith(" '"))) return
          const alter = `alter table t alter column x type ${from.sql}`
          const straight = `${BACK[to.sql] ?? 'x::'}${from.sql}`
          const back =
            (await fails(`${alter} using ${straight}`)) && (await fails(`${alter} using x::text::${from.sql}`))
          const same =
            back === undefined &&
            (await db.query<{ same: boolean }>('select t.x::text = o.x::text as same from t, o')).rows[0]!.same
          if (!same) wrong.push(`${to.sql}: ${value} does not come back`)
        })
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
