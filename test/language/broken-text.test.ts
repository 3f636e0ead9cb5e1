import { expect, test, vi } from 'vitest'
import { TOO_LARGE } from '../../language/mig-parser.ts'
import { parseText } from '../../language/parse.ts'
import { createMigCoreServices } from '../../language/services.ts'
import { loadDeclarations } from './load-text.ts'

/** A line that is wrong in the middle of a table; the table and the one after it must survive. */
const LINES: Readonly<Record<string, string>> = {
  '  email': '3:8 A type is expected here, but the line ends. → Complete the line.',
  '  total decimal(12': '3:19 `)` is expected here, but the line ends. → Add the `)`.',
  '  x int default':
    '3:16 A value is expected here, but the line ends. → Write a literal, `null`, the name of an enum value, `now()`, `today()`, `uuid()`, or SQL in backticks.',
  '  x int default (5)': '3:17 A value is expected here, not `(`. → Anything but a plain value goes in backticks.',
  '  x int default a + 1': '3:19 `+` cannot stand here. → An expression goes in backticks.',
  '  x int check': '3:14 SQL in backticks is expected here, but the line ends. → Put SQL between backticks: `…`.',
  '  x int check `x >':
    '3:15 This backtick is not closed. → Close it on the line where it starts, or, for SQL, before the next declaration.',
  "  x text default 'abc":
    '3:18 This string is not closed. → Close it on the line where it starts, or, for SQL, before the next declaration.',
  '  "x text':
    '3:3 This name is not closed. → Close it on the line where it starts, or, for SQL, before the next declaration.',
  '  x int ->': '3:11 A name is expected here, but the line ends. → Complete the line.',
  '  x int -> z on': '3:16 `delete` or `update` is expected here, but the line ends. → Complete the line.',
  '  x int -> z on delete':
    '3:23 `cascade`, `restrict`, `set null`, `set default` or `no action` is expected here, but the line ends. → Complete the line.',
  '  x int = `a`': '3:14 `stored` or `virtual` is expected here, but the line ends. → Complete the line.',
  '  index (a, b': '3:14 `)` is expected here, but the line ends. → Add the `)`.',
  '  index': '3:3 This line is not complete. → Add what `index` needs, or a type if it is a column.',
  '  index (a) usng gin': '3:13 `usng` cannot stand here. → Did you mean `using`?',
  '  x int -> z index not null':
    '3:28 `on` is expected here, but the line ends. → A column is NOT NULL unless its type ends with `?`: leave `not null` out.',
  '  x int primery': '3:9 `primery` cannot stand here. → Did you mean `primary`?',
  '  x int PRIMARY': '3:9 `PRIMARY` cannot stand here. → Did you mean `primary`?',
  '  x int not null':
    '3:17 `on` is expected here, but the line ends. → A column is NOT NULL unless its type ends with `?`: leave `not null` out.',
  '  x int primary key': '3:17 `key` cannot stand here. → `primary` alone is enough.',
  '  x int references z(id)':
    '3:9 `references` cannot stand here. → A foreign key is written `-> TABLE`, or `-> TABLE (column)`.',
  '  x int only mysql':
    '3:14 `postgres` or `sqlite` is expected here, not `mysql`. → Write what is expected instead of `mysql`.',
  '  x int,': '3:8 A line needs no `,`: the line break ends it. → Remove it.',
  '  x int;': '3:8 A line needs no `;`: the line break ends it. → Remove it.',
  '  x int -- counts': '3:9 A comment starts with `//`, not with `--`. → Remove it.',
  '  x int @@ #': '3:9 `@@` means nothing here. → Remove it.',
  '  1st int': '3:3 `1st` cannot stand here. → A name that starts with a digit goes in quotes: "1st".',
  "  'x' int": '3:3 `\'x\'` cannot stand here. → A name goes in double quotes: "x".',
}

test.each(Object.entries(LINES))('%s', (line, expected) => {
  const { errors, ast } = parseText(`table a {\n  id int\n${line}\n  last text\n}\n\ntable z {\n  id int\n}\n`, 'f')
  expect(errors.map(brief)).toEqual([expected])
  expect(ast.elements.map(tableText)).toEqual([expect.stringMatching(/^a: id.* last$/), 'z: id'])
})

/** Declarations that are wrong before a table that must survive. */
const DECLARATIONS: Readonly<Record<string, string>> = {
  'tabel a {\n  id int\n  type text\n}': '1:1 No declaration starts with `tabel`. → Did you mean `table`?',
  'TABLE a {\n  id int\n}': '1:1 No declaration starts with `TABLE`. → Did you mean `table`?',
  'model a {\n  id int\n}': '1:1 No declaration starts with `model`. → Did you mean `table`?',
  hello:
    '1:1 No declaration starts with `hello`. → A declaration starts with a word such as `table`, `enum` or `view`.',
  'table a {\n  id int\n': '1:9 This `{` is never closed: a `}` is missing. → Let each `{` have its `}`.',
  'table a {\n  id int\n}\n}': '4:1 This `}` closes nothing. → Let each `{` have its `}`.',
  'table {\n  id int\n}': '1:7 A name is expected here, not `{`. → Write what is expected instead of `{`.',
  'table a': '1:8 `{` is expected here, but the line ends. → Complete the line.',
  table: '1:6 A name is expected here, but the line ends. → Complete the line.',
  'table a (\n  id int,\n  b text\n)':
    '1:9 `{` is expected here, not `(`. → The members stand between `{` and `}`, one on each line.',
  'enum e { a, b }': '1:11 `,` cannot stand here. → Put each on a line of its own.',
  "enum e {\n  'a'\n  b\n}": '2:3 `\'a\'` cannot stand here. → A name goes in double quotes: "a".',
  'enum e {\n  a\n  removed b ->\n}': '3:15 A name is expected here, but the line ends. → Complete the line.',
  'type a =': '1:9 A type is expected here, but the line ends. → Complete the line.',
  'view v =': '1:9 SQL in backticks is expected here, but the line ends. → Put SQL between backticks: `…`.',
  'view v = select 1': '1:10 SQL in backticks is expected here, not `select`. → Put SQL between backticks: `…`.',
  'view v postgres `select 1`':
    '1:8 `=` or `{` is expected here, not `postgres`. → Write `= postgres `…``, or a line for each database between `{` and `}`.',
  'materialized view v postgres `select 1`': '1:21 `=` is expected here, not `postgres`. → Write `= postgres `…``.',
  'function f() returns int `select 1`':
    '1:26 `= SQL`, or SQL for each database between braces is expected here, not SQL. → Write `=` before it.',
  'view v = `select 1':
    '1:10 This backtick is not closed. → Close it on the line where it starts, or, for SQL, before the next declaration.',
  import: "1:7 A string in '…' is expected here, but the line ends. → Put text between single quotes: '…'.",
  'import { a, b': '1:8 This `{` is never closed: a `}` is missing. → Let each `{` have its `}`.',
  'project p {\n  target postgres 14\n}': '2:3 `target` cannot stand here. → Did you mean `targets`?',
  'trigger t on z {\n  postgres\n}':
    '2:11 SQL in backticks is expected here, but the line ends. → Put SQL between backticks: `…`.',
  'extension citext foo':
    '1:18 `foo` cannot stand here. → The line should end before it: each thing has a line of its own.',
}

test.each(Object.entries(DECLARATIONS))('%s', (text, expected) => {
  const { errors, ast } = parseText(`${text}\n\ntable z {\n  id int\n}\n`, 'f')
  expect(errors.map(brief)).toEqual([expected])
  expect(ast.elements.map(tableText)).toContain('z: id')
})

test('a forgotten brace costs one error, and every table has its own columns', () => {
  const { errors, ast } = parseText('table a {\n  id int\n\ntable b {\n  n int\n\ntable c {\n  x int\n}\n', 'f')
  expect(errors.map(error => error.code)).toEqual(['MIG103', 'MIG103'])
  expect(ast.elements.map(tableText)).toEqual(['a: id', 'b: n', 'c: x'])
})

test('a backtick that is not closed does not swallow the tables up to the next one', () => {
  const { errors, ast } = parseText(
    'table a {\n  x int check `x > 0\n}\n\ntable b {\n  y int check `y > 0`\n}\n\ntable c {\n  z int\n}\n',
    'f',
  )
  expect(errors).toHaveLength(1)
  expect(ast.elements.map(tableText)).toEqual(['a: x', 'b: y', 'c: z'])
})

test('a line that cannot be read says nothing else: no unknown type, no second column', () => {
  const { diagnostics } = loadDeclarations('table a {\n  x int not null\n  y int not null\n}\n')
  expect(diagnostics.map(({ code, range }) => `${range.start.line + 1} ${code}`)).toEqual(['3 MIG101', '4 MIG101'])
})

test('a declaration that was passed over is not reported as missing elsewhere', () => {
  const { diagnostics } = loadDeclarations(
    'tabel users {\n  id int primary\n}\nenum e {\n}\nmixn m {\n}\ntable a {\n  user_id int -> users\n  include m\n}\n',
  )
  expect(diagnostics.map(({ code, range }) => `${range.start.line + 1} ${code}`)).toEqual(['2 MIG101', '7 MIG101'])
})

test('what the parser cannot bear is an error, and the next text is read as ever', () => {
  const services = createMigCoreServices()
  vi.spyOn(services.parser.ValueConverter, 'convert').mockImplementationOnce(() => {
    throw new RangeError('Maximum call stack size exceeded')
  })
  const parser = services.parser.LangiumParser
  const failed = parser.parse('table a {\n  x int\n}\n')
  expect(failed.parserErrors.map(error => error.name)).toEqual([TOO_LARGE])
  expect(failed.value).toMatchObject({ $type: 'File', elements: [] })
  expect(parser.parse('table a {\n  x int\n}\n')).toMatchObject({
    parserErrors: [],
    value: { elements: [{ name: 'a' }] },
  })
})

function brief({ range, message, remedy }: ReturnType<typeof parseText>['errors'][number]): string {
  return `${range.start.line + 1}:${range.start.column + 1} ${message} → ${remedy}`
}

function tableText(element: ReturnType<typeof parseText>['ast']['elements'][number]): string {
  if (element.$type !== 'TableDeclaration') return element.$type
  const names = element.members.map(member => (member.$type === 'ColumnDeclaration' ? member.name : member.$type))
  return `${element.name}: ${names.join(' ')}`
}
