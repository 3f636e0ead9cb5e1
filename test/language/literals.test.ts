import fc from 'fast-check'
import { expect, test } from 'vitest'
import { nameText } from '../../compiler/schema/name.ts'
import { readMember, readName, readParts, unquote } from '../../language/literals/name-literal.ts'
import { readSqlText, writeSqlText } from '../../language/literals/sql-literal.ts'
import { readString, writeString } from '../../language/literals/string-literal.ts'

test('any string can be written on one line and read back', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), value => {
      expect(writeString(value)).not.toMatch(/[\r\n]/)
      expect(readString(writeString(value))).toBe(value)
    }),
  )
})

test.each([
  ["'it''s'", "it's"],
  ["E'a\\nb\\tc\\\\d\\'e''f'", "a\nb\tc\\d'e'f"],
  ["e'\\q'", 'q'],
  ["'a\\n'", 'a\\n'],
  ["'open", 'open'],
])('%s', (text, value) => {
  expect(readString(text)).toBe(value)
})

test('names lose their quotes, and keep what is in them', () => {
  expect(unquote('"a ""b"""')).toBe('a "b"')
  expect(readParts('a."b.c"."d""e"')).toEqual(['a', 'b.c', 'd"e'])
  expect(readName('"a.b"')).toEqual({ name: 'a.b' })
  expect(readMember('s."t u".c')).toEqual({ of: { schema: 's', name: 't u' }, member: 'c' })
  fc.assert(
    fc.property(fc.string({ minLength: 1 }), fc.string({ minLength: 1 }), (schema, name) => {
      expect(readName(nameText({ schema, name }))).toEqual({ schema, name })
    }),
  )
})

test.each([
  ['`a ``b`` c`', 'a `b` c'],
  ['``', ''],
  ['` a `', ' a '],
  ['`\n    a\n      b\n\n    c\n  `', 'a\n  b\n\nc'],
  ['`\r\n  a\r\n  b\r\n`', 'a\nb'],
  ['`a\n    b\n`', 'a\n    b'],
  ['`\n\ta\n\t\tb\n`', 'a\n\tb'],
  ['`\n\n  a\n\n`', '\na\n'],
])('%j is %j', (text, sql) => {
  expect(readSqlText(text)).toBe(sql)
})

test('SQL is written so that it reads the same, and lines of its own are indented', () => {
  expect(writeSqlText('a\n  b', '  ')).toBe('`\n    a\n      b\n  `')
  expect(writeSqlText('  a\n  b', '  ')).toBe('`  a\n  b`')
  expect(writeSqlText('a `b`', '')).toBe('`a ``b```')
})
