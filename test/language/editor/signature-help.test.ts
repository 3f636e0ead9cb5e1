import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { signatureHelp } from '../../../language/editor/signature-help.ts'
import { findSignature } from '../../../language/editor/signatures/find-signature.ts'
import { marked } from './marked.ts'

const WORLD = `
table customers {
  id bigint identity primary
  email text unique
}
table t {
  a int
  b int
  unique (a, b)
}
table d partition by range (a, \`b + 1\`) {
  a int
  b int
}
function added(a int, b int default 1) returns int = \`select a + b\`
`

/** The signature with the active parameter between `«` and `»`. */
function help(text: string): string | null {
  const found = signatureHelp(marked(WORLD + text).place)
  if (found === null) return null
  const [{ label, parameters } = { label: '', parameters: [] }] = found.signatures
  const active = parameters?.[found.activeParameter ?? 0]
  if (active === undefined) return label
  const [start, end] = active.label as [number, number]
  return `${label.slice(0, start)}«${label.slice(start, end)}»${label.slice(end)}`
}

const COUNTS = 'min N max N cache N cycle sequence NAME'
const KEY = 'key [asc | desc] [nulls first | nulls last] [collate NAME] [operator class]'

const CASES: readonly (readonly [string, string | null])[] = [
  ['table a {\n  x decimal(<>)\n}', 'decimal(«precision», scale)'],
  ['table a {\n  x decimal(1<>)\n}', 'decimal(«precision», scale)'],
  ['table a {\n  x decimal(12, <>)\n}', 'decimal(precision, «scale»)'],
  ['table a {\n  x decimal(12, 2<>) default 0\n}', 'decimal(precision, «scale»)'],
  ['table a {\n  x decimal(12, 2, <>)\n}', 'decimal(precision, scale)'],
  ['table a {\n  x varchar(<>)\n}', 'varchar(«length»)'],
  ['table a {\n  x timestamptz(<>)\n}', 'timestamptz(«digits»)'],
  ['table a {\n  x text, postgres varchar(<>)\n}', 'varchar(«length»)'],
  ['type t = char(<>)', 'char(«length»)'],
  ['table a {\n  x text(<>)\n}', null],
  ['table a {\n  x bigint identity (<>)\n}', `identity («start N» increment N ${COUNTS})`],
  ['table a {\n  x bigint identity (start 1 increment <>)\n}', `identity (start N «increment N» ${COUNTS})`],
  ['table a {\n  x int\n  primary (<>)\n}', 'primary («column», …)'],
  ['table a {\n  x int\n  primary (x, <>)\n}', 'primary (column, «…»)'],
  ['table a {\n  x int\n  unique named (<>)\n}', 'unique («column», …)'],
  ['table a {\n  x int\n  foreign (<>)\n}', 'foreign («column», …)'],
  ['table a {\n  x int\n  foreign (x) -> customers (<>)\n}', '-> customers («the column for x»)'],
  ['table a {\n  x int\n  foreign (x, y) -> t (a, <>)\n}', '-> t (the column for x, «the column for y»)'],
  ['table a {\n  x int -> customers (<>)\n}', '-> customers («the column for x»)'],
  ['table a {\n  x int\n  index (<>)\n}', `index («${KEY}», …)`],
  ['table a {\n  x int\n  unique index (x desc, <>)\n}', `unique index (${KEY}, «…»)`],
  ['table a {\n  x int\n  index (x) include (<>)\n}', 'include («column», …)'],
  ['table a {\n  x int\n  index (x) with (<>)\n}', 'with («parameter = value», …)'],
  ['table a {\n  x int\n  exclude (<>)\n}', 'exclude («key [operator class] with operator», …)'],
  ['table a partition by range (<>) {\n  x int\n}', 'partition by range («key [collate NAME] [operator class]», …)'],
  ['table a partition by list (<>) {\n  x int\n}', 'partition by list («key [collate NAME] [operator class]»)'],
  ['partition e of d values from (<>)', 'values from («a», expression)'],
  ['partition e of d values from (1, 2) to (1, <>)', 'values to (a, «expression»)'],
  ['partition e of d values in (<>)', 'values in («value», …)'],
  ['partition e of d values with (modulus 4, <>)', 'values with (modulus N, «remainder N»)'],
  ['function f(<>)', 'function f(«[in | out | inout | variadic] name type [default value]», …)'],
  ['procedure g(a int, <>)', 'procedure g([in | out | inout | variadic] name type [default value], «…»)'],
  ['aggregate h(<>)', 'aggregate h(«[name] type», …)'],
  ['function f(a decimal(12, <>))', null],
  ['view v = `select added(1, <>)`', 'added(a integer, «b integer default 1»)'],
  ['table a {\n  x int <>\n}', null],
  ['table a {\n  x decimal(12, 2) <>\n}', null],
  ['<>', null],
  ['table a {\n  x int // decimal(<>\n}', null],
  ['table a {\n  x int check `coalesce(<>)`\n}', 'coalesce(«value», …)'],
  ['table a {\n  x int check `coalesce(x, (x + <>))`\n}', 'coalesce(value, «…»)'],
  ['view v = `select round(1.5, <>)`', 'round(number, «digits»)'],
  ['view v = `select replace(lower(email), <>) from customers`', 'replace(text, «from», to)'],
  ['view v = `select unknown(<>)`', null],
  ["table a {\n  x text check `substr(x, '<>')`\n}", 'substr(text, «start», length)'],
]

test.each(CASES)('%j', (text, expected) => {
  expect(help(text)).toBe(expected)
  expect(help(text.replace(/<>[^\n]*/, '<>'))).toBe(expected)
})

test('it says what the numbers may be, for each target', () => {
  const about = (targets: string, text: string) =>
    JSON.stringify(signatureHelp(marked(`project p {\n  targets ${targets}\n}\ntable a {\n  ${text}\n}`).place))
  expect(about('postgres 14, sqlite', 'x decimal(<>')).toContain('0 to the precision')
  expect(about('postgres 15', 'x decimal(<>')).toContain('-1000 to 1000')
  expect(about('postgres 15, sqlite', 'x varchar(<>')).toContain('SQLite: VARCHAR; numbers are not enforced.')
  expect(about('postgres 15', 'x varchar(<>')).not.toContain('SQLite')
  expect(about('postgres 15', 'x varchar(<>')).toContain('1 to 10485760 characters')
})

test('the keys that a foreign key can go to are named', () => {
  const found = signatureHelp(marked(`${WORLD}table x {\n  c bigint -> customers (<>)\n}`).place)
  expect(found!.signatures[0]!.documentation).toMatchObject({
    value: 'Keys of `customers` that it can go to: `(id)`, `(email)`.',
  })
})

test('every place of a file answers', () => {
  const shop = readFileSync(new URL('../shop.mig', import.meta.url), 'utf8')
  const { model, place } = marked(`${shop}<>`)
  for (let offset = 0; offset <= shop.length; offset += 3)
    expect(() => findSignature({ model, parsed: place.parsed, offset })).not.toThrow()
})
