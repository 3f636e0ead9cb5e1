import fc from 'fast-check'
import type { PerDialect, Sql } from '../../compiler/schema/dialect.ts'

/** Records are plain objects, as the language makes them. */
export const PLAIN = { noNullPrototype: true } as const

/** Words that mean something in the language, in SQL, or in both. */
const WORDS =
  `table index check key type order user postgres sqlite primary unique include dropped removed moves renames
  to from on only was default null true false now identity always start increment stored virtual collate backfill convert
  revert foreign view trigger enum schema extension project import mixin create drop alter rename add sql up down none
  plain strict without rowid unlogged nulls not distinct deferrable initially cascade set no action match full asc desc
  first last using where with column constraint revision text int date point select E e`.split(/\s+/)

const letters = fc.string({ unit: fc.constantFrom(...'abcxyzABC_019$'), minLength: 1, maxLength: 12 })
const odd = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 10 })
const nasty = fc.constantFrom(
  'a"b',
  '"',
  "it's",
  'a.b',
  ' ',
  '`',
  '``',
  'größe',
  '名前',
  '🙂',
  'a-b',
  '1st',
  '1',
  '--',
  '//',
  '{',
  '}',
)
const long = fc.integer({ min: 50, max: 63 }).map(length => 'long_name_'.repeat(7).slice(0, length))

/** A name of anything: plain, a keyword, or one that needs quotes. It never holds a line break. */
export const arbitraryName: fc.Arbitrary<string> = fc
  .oneof(
    { weight: 5, arbitrary: fc.constantFrom('id', 'a', 'b', 'users', 'name', 'total', 'a_b', 'b_key') },
    { weight: 3, arbitrary: fc.constantFrom(...WORDS) },
    { weight: 2, arbitrary: letters },
    { weight: 2, arbitrary: odd },
    { weight: 2, arbitrary: nasty },
    { weight: 1, arbitrary: long },
  )
  .filter(name => name !== '' && !/[\r\n\0]/.test(name))

/** Any text that a string can hold. */
export const arbitraryString: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(
    '',
    'x',
    "it's",
    "''",
    'a\\b',
    'two\nlines',
    "a\r\nb\\n'c",
    '`',
    '"',
    '{}',
    '/* x */',
    '// y',
    '\ttab',
  ),
  fc.string({ unit: 'grapheme', maxLength: 20 }),
)

/** A comment: anything but a carriage return, which a line of `///` cannot end with. */
export const arbitraryComment: fc.Arbitrary<string> = fc
  .oneof(
    fc.constantFrom('A person.', 'Two\nlines.', 'a\n\nb', ' indented\n  more', 'ends\n', '/ slash', '*/', 'ü "x" `y`'),
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 }),
  )
  .filter(text => text !== '' && !text.includes('\r'))

const sqlPiece = fc.constantFrom(
  'select 1',
  'a',
  '"a"',
  ' ',
  '  ',
  '\n',
  '\n  ',
  '\n\n',
  '\t',
  '`',
  '``',
  "'x'",
  '-- c',
  '/* c */',
  '$$',
  '{',
  '}',
  '(',
  ';',
  'ü',
  '\ntable x {\n',
)

/** SQL as text between backticks can hold it: its lines have no common indentation unless it starts on the first one. */
export const arbitrarySqlText: fc.Arbitrary<string> = fc
  .oneof(
    {
      weight: 3,
      arbitrary: fc.constantFrom('a > 0', 'lower(a)', 'length("a b") > 1', 'select a\nfrom b\n  where c', ''),
    },
    { weight: 2, arbitrary: fc.array(sqlPiece, { maxLength: 8 }).map(pieces => pieces.join('')) },
    { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 20 }) },
  )
  .filter(isSqlText)

function isSqlText(text: string): boolean {
  if (text.includes('\r') || /\n(?:table|view|type) /.test(text)) return false
  const lines = text.split('\n')
  if (lines[0]!.trim() !== '' || lines.length === 1) return true
  return lines.every(line => line.trim() === '') || lines.some(line => line.trim() !== '' && line === line.trimStart())
}

/** A value for every database, for one, or both. */
export function perDialect<T>(value: fc.Arbitrary<T>): fc.Arbitrary<PerDialect<T>> {
  return fc.oneof(
    { weight: 6, arbitrary: fc.record({ all: value }, PLAIN) },
    { weight: 1, arbitrary: fc.record({ postgres: value }, PLAIN) },
    { weight: 1, arbitrary: fc.record({ postgres: value, sqlite: value }, PLAIN) },
    { weight: 1, arbitrary: fc.record({ all: value, sqlite: value }, PLAIN) },
    { weight: 1, arbitrary: fc.record({ all: value, postgres: value, sqlite: value }, PLAIN) },
  )
}

export const arbitrarySql: fc.Arbitrary<Sql> = perDialect(arbitrarySqlText)

/** A property that is there or not: an object to spread. */
export function maybe<K extends string, T>(
  key: K,
  value: fc.Arbitrary<T>,
  weight = 1,
): fc.Arbitrary<{ readonly [P in K]?: T }> {
  return fc.oneof(
    { weight: 3, arbitrary: fc.constant({}) },
    { weight, arbitrary: value.map(one => ({ [key]: one }) as { [P in K]?: T }) },
  )
}

/** The names that a view may give its columns itself. */
export const arbitraryColumnNames = maybe('columnNames', fc.uniqueArray(arbitraryName, { minLength: 1, maxLength: 3 }))
