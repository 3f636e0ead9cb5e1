import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { castType } from '../../../compiler/dialects/postgres/types/cast-type.ts'
import { usingFor, usingWritten } from '../../../compiler/dialects/postgres/types/using.ts'
import { spell } from '../../../compiler/dialects/postgres/types.ts'
import type { TestEngine } from '../../engines/test-engine.ts'
import { ENGINES } from './engines.ts'
import { type } from './schema-of.ts'

describe.each(ENGINES)('%s', (_, start) => {
  let engine: TestEngine
  beforeAll(async () => {
    engine = await start()
    await engine.fresh()
    await engine.run([
      `create type mood as enum ('sad', 'ok')`,
      `create type state as enum ('on', 'off')`,
      'create domain short as varchar(3)',
    ])
  })
  afterAll(() => engine.close())

  async function convert(from: string, to: string, value: string, using: string | undefined): Promise<unknown> {
    const old = spell(type(from))!
    const now = spell(type(to))!
    await engine.run([
      'drop table if exists x',
      `create table x (c ${old})`,
      `insert into x values (${value})`,
      `alter table x alter column c type ${now}${using === undefined ? '' : ` using ${using}`}`,
    ])
    const [row] = await engine.query('select c::text as c from x')
    return row!.c
  }

  describe('what is converted by hand gets the type of the column', () => {
    test.each([
      ['text', 'enum mood', `case c when '1' then 'ok' else 'sad' end`, `'1'`, 'ok'],
      ['text', 'enum mood[]', `'{' || c || '}'`, `'ok,sad'`, '{ok,sad}'],
      ['text', 'enum mood[]', `string_to_array(c, ' ')`, `'ok sad'`, '{ok,sad}'],
      ['enum mood', 'enum state', `case c when 'ok' then 'on' else 'off' end`, `'ok'`, 'on'],
      ['enum mood[]', 'enum state[]', `replace(replace(c::text, 'ok', 'on'), 'sad', 'off')`, `'{ok,sad}'`, '{on,off}'],
      ['text', 'smallint', `nullif(c, '')`, `'7'`, '7'],
      ['text', 'int', `coalesce(c, '0') -- none`, 'null', '0'],
      ['text', 'decimal(5,2)', `replace(c, ',', '.')`, `'1,25'`, '1.25'],
      ['text', 'bool', `case when c = 'y' then 'true' else 'false' end`, `'y'`, 'true'],
      ['bool', 'int', 'c', 'true', '1'],
      ['int', 'bool', 'c', '2', 'true'],
      ['text', 'date', `substr(c, 1, 10)`, `'2020-01-02 and more'`, '2020-01-02'],
      ['text', 'timestamptz', `c || ' 00:00:00+00'`, `'2020-01-02'`, '2020-01-02 00:00:00+00'],
      ['text', 'interval', `c || ' days'`, `'2'`, '2 days'],
      ['text', 'uuid', 'lower(c)', `'A0EEBC99-9C0B-4EF8-BB6D-6BB9BD380A11'`, 'a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11'],
      ['text', 'jsonb', `'[' || c || ']'`, `'1'`, '[1]'],
      ['text', 'bytes', `c`, `'abc'`, '\\x616263'],
      ['text', 'text[]', `'{' || c || '}'`, `'a,b'`, '{a,b}'],
      ['int', 'text', 'c', '7', '7'],
      ['date', 'varchar(10)', 'c', `'2020-01-02'`, '2020-01-02'],
      ['int[]', 'text[]', 'c', `'{1,2}'`, '{1,2}'],
      ['text', '`numeric(5,1)`', 'trim(c)', `' 7 '`, '7.0'],
      ['text', '`short`', 'upper(c)', `'abc'`, 'ABC'],
    ])('from %s to %s by %s', async (from, to, sql, value, wanted) => {
      expect(await convert(from, to, value, usingWritten(sql, type(to)))).toBe(wanted)
    })
  })

  describe('a value that is too long stops the change instead of being cut', () => {
    const lengths = [
      ['varchar(3)', `'abcd'`, 'abc'],
      ['char(3)', `'abcd'`, 'abc'],
      ['varchar(3)[]', `'{abcd}'`, '{abc}'],
      ['char(3)[]', `'{abcd}'`, '{abc}'],
      ['bit(3)', `'1010'`, '101'],
      ['varbit(3)', `'1010'`, '101'],
      ['bit(3)[]', `'{1010}'`, '{101}'],
      ['`varchar(3)`', `'abcd'`, 'abc'],
      ['`character(3)`', `'abcd'`, 'abc'],
      ['`bit(3)`', `'1010'`, '101'],
      ['`short`', `'abcd'`, 'abc'],
    ] as const
    test.each(lengths)('%s, converted by hand', async (to, long, fits) => {
      await expect(convert('text', to, long, usingWritten('c', type(to)))).rejects.toThrow(/too long|does not match/)
      expect(await convert('text', to, `'${fits}'`, usingWritten('c', type(to)))).toBe(fits)
    })
    // Of a domain nobody knows the length here.
    test.each(lengths.filter(([to]) => to !== '`short`'))('%s, turned by itself', async (to, long, fits) => {
      await expect(convert('text', to, long, usingFor('c', type('text'), type(to)))).rejects.toThrow(
        /too long|does not match/,
      )
      expect(await convert('text', to, `'${fits}'`, usingFor('c', type('text'), type(to)))).toBe(fits)
    })
  })
})

test.each([
  ['case c when 1 then 2 end', 'smallint', '(case c when 1 then 2 end)::smallint'],
  [`cast(nullif(c, '') as smallint)`, 'smallint', `(cast(nullif(c, '') as smallint))`],
  [`cast(nullif(c, '') as int2)`, 'smallint', `(cast(nullif(c, '') as int2))`],
  [`cast(nullif(c, '') as integer)`, 'smallint', `(cast(nullif(c, '') as integer))::smallint`],
  ['c::mood', 'enum mood', '(c::mood)'],
  ['c::mood', 'enum audit.mood', '(c::mood)::audit.mood'],
  ['c::numeric(5,2)', 'decimal(6,2)', '(c::numeric(5,2))'],
  ['upper(c)', 'text', '(upper(c))'],
  ['c', 'citext', '(c)'],
  ['c -- as it is', 'int', '(c -- as it is\n)::integer'],
  ['c', '`geometry(Point)`', '(c)'],
])('%s for %s is using %s', (sql, to, using) => {
  expect(usingWritten(sql, type(to))).toBe(using)
})

test.each([
  ['cast(c as date)', 'date'],
  ['cast(c as double precision)', 'double precision'],
  [`cast(cast(c as text) as numeric(5, 2))`, 'numeric(5, 2)'],
  ['c::int', 'int'],
  ['t.c::text::int[]', 'int[]'],
  [`(a || b)::timestamp with time zone`, 'timestamp with time zone'],
  ['lower(c)::mood', 'mood'],
  [`'7'::int`, 'int'],
  ['a || b::int', undefined],
  ['not c::bool', undefined],
  ['case when true then a end::int', undefined],
  ['cast(c as int) + 1', undefined],
  ['cast(c as int) + cast(d as int)', undefined],
  ['c::int + 1', undefined],
  ['c', undefined],
  ['', undefined],
])('%s is cast to %s', (sql, wanted) => {
  expect(castType(sql)).toBe(wanted)
})
