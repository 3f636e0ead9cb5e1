import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { formatText } from '../../language/format/format-text.ts'
import { loadText } from './load-text.ts'

const shop = readFileSync(new URL('shop.mig', import.meta.url), 'utf8')

/** What a text becomes, and stays. */
function formatted(text: string): string {
  const once = formatText(text)
  expect(formatText(once)).toBe(once)
  return once
}

test('blanks, blank lines and the alignment of columns', () => {
  expect(
    formatted(
      '\n\n\nproject   p{targets postgres 14,sqlite 3.38}\n\n\n\ntable  users(  '.slice(0, -2).replace('(', '{') +
        '\n\n   id   bigint   identity(start 1)primary\n  "full name" text?\n\n a decimal( 10 ,2 )[ ]\n\n  index(a desc ,`x`)\n\n}\n\n\n',
    ),
  ).toBe(
    `project p {
  targets postgres 14, sqlite 3.38
}

table users {
  id          bigint identity (start 1) primary
  "full name" text?

  a decimal(10, 2)[]

  index (a desc, \`x\`)
}
`,
  )
})

test('comments stay where they are, in every position', () => {
  const text = `// first

/* before */ table /* name */ users { // behind the brace
  // own line
  /* starts */ id /* type */ bigint /* end */
  /// Documents.
  name text // one
  country text // two

  /* several
     lines */
  primary (
    id, // in brackets
    name
  )
  // last
} // after
// the end
`
  expect(formatted(text)).toBe(text.replace('name text // one', 'name    text // one'))
})

test('comments behind neighbouring lines stand below each other', () => {
  expect(formatted('enum e {\n  a // x\n  bcd     // y\n\n  e // z\n  fghij\n}\n')).toBe(
    'enum e {\n  a   // x\n  bcd // y\n\n  e // z\n  fghij\n}\n',
  )
})

test('hints go last on their line, in the order they have', () => {
  expect(
    formatted(
      'table b was a strict {\n  x int was y backfill 5 default 1 convert `a` revert `b` unique\n  check c was d `x`\n  index i (x) was j where `x` only sqlite\n}\nview v was w only sqlite = `x`\nenum e was f only postgres {\n  a was b\n}\n'.replace(
        'check c was d `x`',
        'check c `x` was d only sqlite',
      ),
    ),
  ).toBe(
    'table b strict was a {\n  x int default 1 unique was y backfill 5 convert `a` revert `b`\n  check c `x` only sqlite was d\n  index i (x) where `x` only sqlite was j\n}\nview v only sqlite was w = `x`\nenum e only postgres was f {\n  a was b\n}\n',
  )
})

test('a hint with a comment beside it stays', () => {
  const text = 'table t {\n  x int was y /* why */ default 1\n}\n'
  expect(formatted(text)).toBe(text)
})

test('SQL is not touched, whatever its lines look like', () => {
  const text = 'view v = `\n      select 1\n   from  t  \n\n\n\n`\ntable t {\n  x int check `\n      x > 0`\n}\n'
  expect(formatted(text)).toBe(text)
})

test('bodies of several databases and the sides of a step stand below each other', () => {
  expect(formatted('trigger g on t {\npostgres `a`\nsqlite `b`\n}\n')).toBe(
    'trigger g on t {\n  postgres `a`\n  sqlite   `b`\n}\n',
  )
  expect(formatted("revision a 'x'\ncreated 2026-01-05T05:30:00Z\nsql 'y' {\nup `a`\ndown none\n}\n")).toBe(
    "revision a 'x'\ncreated 2026-01-05T05:30:00Z\nsql 'y' {\n  up   `a`\n  down none\n}\n",
  )
})

test('imports stay on one line or on several', () => {
  expect(formatted("import{a,b}from'./x'\nimport {\na,\n  b\n}from './y'\n")).toBe(
    "import { a, b } from './x'\nimport {\n  a,\n  b\n} from './y'\n",
  )
})

test('a type for several databases may go on in the next line', () => {
  expect(formatted('table t {\n  abc json ,\n postgres jsonb\n  d int\n}\n')).toBe(
    'table t {\n  abc json,\n    postgres jsonb\n  d   int\n}\n',
  )
})

test('line breaks and the byte order mark stay as they are', () => {
  expect(formatted('\ufefftable t{\r\nid int\r\n}')).toBe('\ufefftable t {\r\n  id int\r\n}\r\n')
})

test('a text with errors comes back as it is', () => {
  for (const text of ['table t{id int', 'table t{ id int,\n x int }', "table t{ a text default 'x }\n", 'hello  \n'])
    expect(formatText(text)).toBe(text)
})

test('an empty text stays empty', () => {
  expect(formatted('')).toBe('')
  expect(formatted('\n\n  \n')).toBe('')
})

test('a real file means the same after formatting, its hints included', () => {
  const crowded = shop.replaceAll(/ {2,}/g, ' ').replaceAll(/\n\n/g, '\n\n\n\n')
  const place = (hint: { readonly place: number }) => ({ ...hint, place: 0 })
  const before = loadText(crowded)
  const after = loadText(formatted(crowded))
  expect(after.schema).toEqual(before.schema)
  expect(after.hints.renames.map(place)).toEqual(before.hints.renames.map(place))
  expect(after.hints.fills.map(place)).toEqual(before.hints.fills.map(place))
  expect(after.hints.converts.map(place)).toEqual(before.hints.converts.map(place))
})
