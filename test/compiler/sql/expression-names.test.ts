import { beforeAll, expect, test } from 'vitest'
import { columnUses, functionUses } from '../../../compiler/sql/expression-names.ts'
import { indexKeyLabel } from '../../../compiler/sql/index-label.ts'
import { outputColumns } from '../../../compiler/sql/output-columns.ts'
import { pgliteEngine } from '../../engines/pglite.ts'
import type { TestEngine } from '../../engines/test-engine.ts'
import { EXPRESSION_TABLE, EXPRESSIONS } from './expressions.ts'

function columns(text: string): string {
  return columnUses(text)
    .map(use => `${use.qualifier === undefined ? '' : `${use.qualifier}.`}${use.name}${use.certain ? '' : '?'}`)
    .join(' ')
}

test.each([
  [`age is null or age >= 18 and lower("Name") like '%x' collate "C"`, 'age age Name', 'lower'],
  [`cast(nullif(a, '') as smallint) + b::numeric(10, 2)`, 'a b', 'nullif'],
  [`extract(year from c at time zone 'utc')`, 'c', 'extract'],
  [`case kind when 'a' then x else interval '1 day' + current_date end between lo and hi`, 'kind x lo hi', ''],
  [`date '2020-01-01' < d and user = u and t.v > 0`, 'd user? u t.v', ''],
  ['exists (select 1 from x where x.id = z) and k', 'x.id? z? k', ''],
  ['sum(x) filter (where y > 1) over (partition by p order by q desc nulls last)', 'x y p q', 'sum'],
  ['sum(x) over (w rows between unbounded preceding and current row) + sum(y) over w', 'x y', 'sum sum'],
  ['row_number() over (rows between 1 preceding and 1 following)', '', 'row_number'],
  ['position(a in b) > 0 and x in y', 'a b x', 'position'],
  ['make_interval(days => a, hours := b)', 'a b', 'make_interval'],
  ['"or" or [and] and `not`', 'or and not', ''],
  ['key > value and index < range', 'key value index range', ''],
  [`x isnull or y notnull or not z or w not null`, 'x y z w', ''],
  [`string_agg(distinct a, ',' order by b)`, 'a b', 'string_agg'],
  ['(a).b.c', 'a', ''],
  ['a is not distinct from b and c is not unknown', 'a b c', ''],
  ["trim(both ' ' from a) || substring(b from 1 for c)", 'a b c', 'trim substring'],
  ['a::timestamp with time zone = b::audit.status[]', 'a b', ''],
  ["pg_catalog.lower(a) = json_extract(b, '$.x')", 'a b', 'lower json_extract'],
  ['a ->> key = :value and b = $1', 'a key b', ''],
  ['', '', ''],
])('%s', (text, expected, functions) => {
  expect(columns(text)).toBe(expected)
  expect(
    functionUses(text)
      .map(use => use.name)
      .join(' '),
  ).toBe(functions)
})

test('a use is where its name stands', () => {
  const text = 't."A b" > 0'
  const [use] = columnUses(text)
  expect(use).toEqual({ name: 'A b', qualifier: 't', start: 2, end: 7, certain: true, quoted: true })
})

test('functions of statements', () => {
  const names = (text: string) => functionUses(text).map(use => [use.qualifier, use.name].filter(Boolean).join('.'))
  expect(names('select f(x) from g(1) as y where a in (select h(z) from t)')).toEqual(['f', 'g', 'h'])
  expect(names('before update for each row execute function audit.touch()')).toEqual(['audit.touch'])
  expect(names('insert into t (a) values (f(1))')).toEqual(['f'])
})

let engine: TestEngine

beforeAll(async () => {
  engine = await pgliteEngine()
  await engine.fresh()
  await engine.exec(`${EXPRESSION_TABLE}; insert into t default values`)
})

test.each(EXPRESSIONS)('Postgres reads as we do: %s', async text => {
  await engine.exec(`create view used as select 1 as one from t where (${text}) is not null`)
  const rows = await engine.query(`
    select distinct attname from pg_depend join pg_rewrite on pg_rewrite.oid = objid
    join pg_attribute on attrelid = refobjid and attnum = refobjsubid
    where ev_class = 'used'::regclass and refobjid = 't'::regclass and refobjsubid > 0`)
  await engine.exec('drop view used')
  const uses = columnUses(text).map(use => use.name)
  const wholeRow = text.includes('row_to_json(t)')
  expect(new Set(uses)).toEqual(wholeRow ? new Set(['t']) : new Set(rows.map(row => row.attname)))
})

test.each(EXPRESSIONS)('Postgres names as we do: %s', async text => {
  const [row] = await engine.query(`select ${text} from t`)
  const [name] = Object.keys(row!)
  expect(outputColumns(`select ${text} from t`)).toEqual(name === '?column?' ? undefined : [name])
})

test.each(EXPRESSIONS)('Postgres names an index as we do: %s', async text => {
  const refused = await engine.exec(`create index named on t ((${text}))`).then(
    () => undefined,
    error => String(error),
  )
  if (refused !== undefined) {
    expect(refused).toMatch(
      /must be marked IMMUTABLE|pseudo-type|not allowed|no default operator class|cannot use subquery/,
    )
    return
  }
  const [row] = await engine.query(`select attname from pg_attribute where attrelid = 'named'::regclass`)
  await engine.exec('drop index named')
  expect(indexKeyLabel(text)).toBe(row!.attname)
})
