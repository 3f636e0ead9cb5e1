import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { dialects } from '../../compiler/dialects/dialects.ts'
import { diff } from '../../compiler/diff/diff.ts'
import { EMPTY_SCHEMA } from '../../compiler/schema/schema.ts'
import { checkHints } from '../../database/verify/check-hints.ts'
import { domainValues } from '../../database/verify/domain-values.ts'
import { fillRows, type Unfilled } from '../../database/verify/fill-rows.ts'
import { fillTables } from '../../database/verify/fill-table.ts'
import { randomFrom } from '../../database/verify/random.ts'
import { regexSample } from '../../database/verify/regex-sample.ts'
import { pgliteEngine } from '../engines/pglite.ts'
import { postgresEngine } from '../engines/postgres.ts'
import { sqliteEngine } from '../engines/sqlite.ts'
import type { TestEngine } from '../engines/test-engine.ts'
import { loadDeclarations } from '../language/load-text.ts'
import { DIVIDED, RINGS, RULES, WATCHED } from './demanding-tables.ts'

const ENGINES: readonly (readonly [string, () => Promise<TestEngine>])[] = [
  ['pglite', pgliteEngine],
  ['postgres 13', () => postgresEngine(13)],
  ['sqlite', () => sqliteEngine('file')],
]

const MOODS =
  'enum mood {\n  happy\n  "it\'s odd"\n  sad\n  angry\n  tired\n  bored\n  keen\n  shy\n  calm\n  proud\n}\n'

const PORTABLE = `${MOODS}
table every_type {
  id    bigint identity primary
  a     smallint
  b     int
  c     bigint
  d     decimal(6, 2)
  e     decimal(3, 3)
  f     decimal
  g     real
  h     double
  i     bool
  j     text
  k     varchar(3)
  l     char(2)
  m     bytes
  n     uuid
  o     date
  p     time
  q     timestamp
  r     timestamptz
  s     interval
  t     json
  u     jsonb?
  v     mood
  w     int[]
  x     text[]
  y     mood[]
  z     varchar(10)?
}
`

const ONLY_POSTGRES = `table of_postgres only postgres {
  id bigint identity always primary
  a  inet
  b  cidr
  c  macaddr
  d  tsvector
  e  xml
  f  bit(5)
  g  varbit(9)
  h  money
  i  point
  j  int4range
  k  daterange
  l  tstzrange
  m  polygon
  n  timetz
  o  oid
  p  \`numeric(5, 1)\`
  q  \`character varying(4)\`
  r  \`double precision[]\`
  s  name
  t  tsquery
  u  macaddr8
  v  path
  w  circle
}
`

const CHECKS = `table checked {
  id       bigint identity primary
  state    text check \`state in ('draft', 'shown')\`
  code     varchar(20) unique check \`length(code) = 8\`
  low      int
  high     int
  share    decimal(5, 2) check \`share between 0 and 1\`
  year     int check \`year > 1999 and year <= 2100\`
  slug     text check \`slug like '%-%'\`
  phone    text check postgres \`phone ~ '^\\+[0-9]{2}( |-)?[1-9]\\d{5,8}$'\` sqlite \`phone glob '+[0-9][0-9] [1-9][0-9]*'\`
  price    int?
  gift     int?
  first    int
  second   int
  born     date check \`born < '2000-01-01'\`
  lower    text check \`lower(lower) = lower and lower <> ''\`
  data     jsonb check postgres \`data ->> 'kind' in ('a', 'b')\` sqlite \`json_extract(data, '$.kind') in ('a', 'b')\`
  step     int check \`step % 5 = 0\`
  ordered  int = \`first + second\` stored

  check \`low < high\`
  check \`(price is null) <> (gift is null)\`
  check \`first + second = 100\`
}
`

const LINKS = `table people {
  id       uuid default uuid() primary
  boss_id  uuid? -> people
  self_id  uuid -> people
  team_id  int? -> teams
}
table teams {
  id       int primary
  lead_id  uuid -> people
}
table hens {
  id       int primary
  egg_id   int -> eggs deferrable initially deferred
}
table eggs {
  id       int primary
  hen_id   int -> hens deferrable initially deferred
}
table orders {
  shop     int
  number   int
  primary (shop, number)
}
table lines {
  shop     int
  number   int
  line     smallint
  note     text?
  primary (shop, number, line)
  foreign (shop, number) -> orders (shop, number)
  unique index lines_one_note (\`lower(note)\`) where \`note is not null\`
}
table links {
  a        int -> teams
  b        int -> teams
  primary (a, b)
  check \`a < b\`
}
`

describe.each(ENGINES)('generated rows on %s', (name, start) => {
  let engine: TestEngine
  beforeAll(async () => {
    engine = await start()
  })
  beforeEach(() => engine.fresh())
  afterAll(() => engine.close())

  async function filled(text: string, manner: 'wild' | 'tame', times = 1): Promise<readonly Unfilled[]> {
    const loaded = loadDeclarations(text)
    expect(loaded.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([])
    const { schema } = loaded
    const { dialect, query, exec } = engine
    await engine.run(dialects[dialect].render(diff(EMPTY_SCHEMA, schema), EMPTY_SCHEMA))
    const connection = { dialect, query, exec, close: async () => {} }
    const numbers = new Map<string, number>()
    const unfilled: Unfilled[] = []
    for (let time = 0; time < times; time++) {
      const random = randomFrom(`seed ${time}`)
      const values = await domainValues(connection, schema, random)
      const tables = fillTables(schema, dialect, random, schema.tables.keys(), new Map(), values)
      const chosen = new Set(tables.map(table => table.key))
      unfilled.push(...(await fillRows({ connection, tables, chosen, manner, random, numbers })))
    }
    return unfilled
  }
  const count = async (table: string, where = 'true') =>
    Number((await engine.query(`select count(*) as n from ${table} where ${where}`))[0]!.n)

  test.each(['wild', 'tame'] as const)('there are %s ones of every type, with every value of an enum', async manner => {
    expect(await filled(PORTABLE + ONLY_POSTGRES, manner)).toEqual([])
    expect(await count('every_type')).toBe(10)
    expect(await count('(select distinct v from every_type) as moods')).toBe(10)
    if (engine.dialect === 'postgres') expect(await count('of_postgres')).toBe(8)
    if (manner === 'tame') return
    expect(await count('every_type', `j = ''`)).toBe(1)
    expect(await count('every_type', 'b = 2147483647')).toBe(1)
    expect(await count('every_type', 'c = -9223372036854775808')).toBe(1)
    expect(await count('every_type', `j like '%''%'`)).toBe(1)
    expect(await count('every_type', 'z is null')).toBeGreaterThan(0)
    expect(await count('every_type', 'z is not null')).toBeGreaterThan(0)
  })

  test.each(['wild', 'tame'] as const)('%s ones pass checks of many kinds', async manner => {
    expect(await filled(CHECKS, manner, 2)).toEqual([])
    expect(await count('checked')).toBeGreaterThan(7)
  })

  test('they point to each other: parents first, to themselves, in cycles and in rings', async () => {
    expect(await filled(LINKS, 'wild', 2)).toEqual([])
    for (const table of ['people', 'teams', 'hens', 'eggs', 'orders', 'lines', 'links'])
      expect([table, (await count(table)) > 3]).toEqual([table, true])
    expect(await count('people', 'boss_id is not null')).toBeGreaterThan(0)
    expect(await count('people', 'boss_id is null')).toBeGreaterThan(0)
    expect(await count('people', 'team_id is not null')).toBeGreaterThan(0)
    expect(await count('lines', 'note is not null')).toBeGreaterThan(1)
  })

  test.each(['wild', 'tame'] as const)('%s ones go in together where keys must not be null', async manner => {
    expect(await filled(RINGS, manner, 2)).toEqual([])
    for (const table of ['stores', 'staff', 'odd_ring', 'last_ring'])
      expect([table, (await count(table)) > 3]).toEqual([table, true])
    expect(await count('staff', `email not like '%@%' or age % 2 = 1`)).toBe(0)
    expect(await count('stores', 'not exists (select 1 from staff where staff.id = lead_id)')).toBe(0)
    if (engine.dialect === 'sqlite') expect(await engine.query('pragma foreign_key_check')).toEqual([])
  })

  test.each(['wild', 'tame'] as const)('%s ones fit domains, fields, items and patterns', async manner => {
    // Multiranges came with Postgres 14.
    const text = name === 'postgres 13' ? RULES.replace(/^.*span_multirange.*\n/m, '') : RULES
    expect(await filled(text, manner)).toEqual([])
    if (engine.dialect === 'postgres') expect(await count('ruled')).toBeGreaterThan(4)
  })

  test.each(['wild', 'tame'] as const)('%s ones fit the bounds of partitions', async manner => {
    expect(await filled(DIVIDED, manner, 2)).toEqual([])
    if (engine.dialect === 'sqlite') return
    for (const table of ['payments_2023', 'payments_hour_a', 'payments_hour_b', 'payments_rest', 'refunds', 'events_2'])
      expect([table, (await count(table)) > 3]).toEqual([table, true])
    for (const table of ['hashed_0', 'hashed_1_a', 'months_1', 'months_none'])
      expect([table, (await count(table)) > 0]).toEqual([table, true])
  })

  test.each(['wild', 'tame'] as const)('%s ones pass triggers, and those that vanish are told', async manner => {
    const unfilled = await filled(WATCHED, manner)
    const told = unfilled.map(({ table, cause }) => [table, cause])
    const vanish = [
      ['dropped', 'code'],
      ['child', 'parents'],
    ]
    if (engine.dialect === 'postgres') expect(told).toEqual([...vanish, ['ruled_out', 'code']])
    else expect(told).toEqual([...vanish, ['right_hand', 'code'], ['left_hand', 'code']])
    expect(await count('watched')).toBe(8)
    expect(await count('last_one')).toBe(8)
    const [hands] = unfilled.filter(({ table }) => table === 'left_hand')
    if (hands) expect(hands.reason).toMatch(/^rows of .* must point to each other; over and out$/)
  })

  test('what row security refuses even the owner is told', async () => {
    if (engine.dialect === 'sqlite') return
    await engine.exec('grant all on schema public to app; set role app')
    const unfilled = await filled(
      'table own only postgres {\n  id int primary\n  row security\n  force row security\n}\n',
      'tame',
    )
    expect(unfilled).toMatchObject([{ table: 'own', cause: 'rights' }])
  })

  test('the same seed gives the same rows', async () => {
    const rows = async () => {
      await engine.fresh()
      await filled(CHECKS, 'wild')
      return engine.query('select * from checked order by id')
    }
    expect(await rows()).toEqual(await rows())
  })

  test('a table that no row fits is named, and so is what hangs on it', async () => {
    const text = `table never {
  id int primary check \`id > 5 and id < 3\`
}
table child {
  id       int primary
  never_id int -> never
}
`
    const unfilled = await filled(text, 'wild')
    expect(unfilled.map(({ table }) => table)).toEqual(['never', 'child'])
    expect(unfilled[0]!.reason).toMatch(/never_id_check/)
    expect(unfilled[1]!.reason).toBe('there are no rows in never to point to')
  })
})

describe('what conditions say', () => {
  const random = randomFrom('x')

  test.each([
    ['^[A-Z]{3}-\\d{2,4}$', /^[A-Z]{3}-\d{2,4}$/],
    ['^(foo|ba[rz])+@[^@\\s]+\\.(com|org)$', /^(foo|ba[rz])+@[^@\s]+\.(com|org)$/],
    ['^[[:alpha:]_][[:alnum:]]*$', /^[a-zA-Z_][a-zA-Z0-9]*$/],
    ['^\\+?[1-9][0-9]{6,14}$', /^\+?[1-9][0-9]{6,14}$/],
    ['^(?!x)(?:a|b){2}c?$', /^(a|b){2}c?$/],
    ['[^a-z]', /[^a-z]/],
  ])('%s has samples that match', (pattern, expected) => {
    for (let time = 0; time < 50; time++) expect(regexSample(pattern, random)).toMatch(expected)
  })

  test.each(['(', '[', '[a', 'a{', '\\', '(?', 'a|', '*', '[]a]', '[^]a]'])('%s does no harm', pattern => {
    expect(typeof regexSample(pattern, random)).toBe('string')
  })

  test('constants, patterns and columns are read', () => {
    expect(checkHints(`"State" in ('a', 'it''s') and n > -5`, random)).toMatchObject({
      columns: ['State', 'n'],
      texts: ['a', "it's"],
      numbers: [-5],
      lengths: false,
    })
    expect(checkHints('char_length(code) = 8', random)).toMatchObject({
      columns: ['code'],
      numbers: [8],
      lengths: true,
    })
    expect(checkHints(`x not like 'a%'`, random).texts.every(text => text.startsWith('a'))).toBe(true)
  })
})
