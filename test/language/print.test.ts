import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { formatText } from '../../language/format/format-text.ts'
import { arrangeSchema } from '../../language/print/arrange-schema.ts'
import { printSchema } from '../../language/print/schema.ts'
import { loadDeclarations, loadText } from './load-text.ts'

const shop = readFileSync(new URL('shop.mig', import.meta.url), 'utf8')

/** The canonical text of some declarations. */
function printed(text: string): string {
  const { schema, diagnostics } = loadDeclarations(text)
  expect(diagnostics.filter(diagnostic => diagnostic.severity === 'error')).toEqual([])
  return printSchema(schema)
}

test('keys stand with their columns where they can', () => {
  const text = `table customers {
  id    bigint identity primary
  email text unique
}

table orders {
  id          bigint identity primary
  customer_id bigint -> customers on delete cascade unique index
  parent_id   bigint? -> orders (id) deferrable initially deferred
  total       decimal(12, 2) default 0 check \`total >= 0\` check \`total < 9\`
  note        text? index only postgres
}
`
  expect(printed(text.replace('-> orders (id)', '-> orders'))).toBe(text.replace('-> orders (id)', '-> orders'))
  expect(printed(text)).toBe(text.replace('-> orders (id)', '-> orders'))
})

test('a name is written only where it is not the one that would be made', () => {
  expect(
    printed(
      'table t {\n  a int\n  b int\n  unique t_a_key (a)\n  unique other (b)\n  check t_a_check `a > 0`\n  index t_a_b_idx (a, b)\n  index t_b_idx1 (b)\n}\n',
    ),
  ).toBe(
    'table t {\n  a int unique\n  b int\n\n  unique other (b)\n  check `a > 0`\n  index (a, b)\n  index t_b_idx1 (b)\n}\n',
  )
})

test('what a line of a column cannot say stands on its own', () => {
  expect(
    printed(
      'table t {\n  a int\n  b int primary\n  primary_ text\n\n  unique (a) nulls not distinct\n  unique (b) deferrable\n  foreign (a) -> t (b) match full\n  /// Why.\n  check t_a_check `a > 0`\n  index (a desc)\n  unique index (a)\n  index (b) only sqlite\n}\n',
    ),
  ).toBe(
    'table t {\n  a        int\n  b        int primary\n  primary_ text\n\n  unique (a) nulls not distinct\n  unique (b) deferrable\n  foreign (a) -> t match full\n  /// Why.\n  check `a > 0`\n  index (a desc)\n  unique index (a)\n  index (b) only sqlite\n}\n',
  )
})

test('the order of keys is kept: one behind another on its own line stays there', () => {
  const text = 'table t {\n  a int\n  b int\n\n  unique (b)\n  primary (a)\n}\n'
  expect(printed(text)).toBe('table t {\n  a int\n  b int unique\n\n  primary (a)\n}\n')
})

test('names are quoted where they need it or could be misread', () => {
  const text = `enum "point" {
  "in progress"
  "removed"
}

table "a b" {
  "include" text
  "check"   "point" default "in progress"
  order     int
  größe     int
}
`
  expect(printed(text.replace('größe  ', 'größe  '))).toBe(
    text.replace('enum "point"', 'enum point').replace('  größe     int', '  "größe"   int'),
  )
})

test('a schema that has been printed is formatted', () => {
  const text = printSchema(loadText(shop).schema)
  expect(formatText(text)).toBe(text)
})

test('members in the order of a database are put in the order of the columns first', () => {
  const { schema } = loadDeclarations(
    'table t {\n  id int\n  a text\n  t_id int\n\n  check odd `a <> t_id`\n  foreign (t_id) -> t\n  unique (a)\n  primary (id)\n  index named (a)\n  index (t_id)\n  index (a)\n}\n',
  )
  expect(printSchema(arrangeSchema(schema))).toBe(
    'table t {\n  id   int primary\n  a    text unique index\n  t_id int -> t index\n\n  check odd `a <> t_id`\n  index named (a)\n}\n',
  )
})

test('an empty schema is an empty text', () => {
  expect(printed('')).toBe('')
})

test('a setting of a function may be written with `=`, and a view says what its columns are called', () => {
  const function_ =
    'function f() returns integer language sql set search_path to a, public set x.y to 1 only postgres = `select 1`\n'
  expect(printed(function_.replaceAll(' to ', ' = '))).toBe(function_)
  const views = 'view v (a, "b c") = `select 1, 2`\n\nmaterialized view m (a) with no data only postgres = `select 1`\n'
  const loose = views.replaceAll(' (', '(').replace('(a, "b c")', '( a ,"b c" )')
  expect(printed(loose)).toBe(views)
  expect(formatText(loose)).toBe(views)
})
