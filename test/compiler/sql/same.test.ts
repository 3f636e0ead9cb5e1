import fc from 'fast-check'
import { expect, test } from 'vitest'
import { normalSql, sameDialectSql, sameSql } from '../../../compiler/sql/same.ts'
import { corpusStatements } from './corpus.ts'
import { sqlText } from './sql-text.ts'

test.each([
  ['age>=18', ' AGE >= 18 -- grown up'],
  ['"age" >= 18', 'age >= 18;'],
  ['((a or b))', 'a OR b'],
  ['[a] <> `b`', 'a != "b"'],
  ['select "A"', 'select [A]'],
  ['"left"(a, 1)', 'left(a, 1)'],
  ['a[1]', 'a [ 1 ]'],
  ["e'it\\'s'", "'it''s'"],
  ['$$a$$', "'a'"],
  ["X'0F'", "x'0f'"],
  ['1E5', '1e5'],
  ['', ' ; -- nothing'],
])('%s is %s', (a, b) => {
  expect(normalSql(a)).toBe(normalSql(b))
  expect(sameSql(a, b)).toBe(true)
})

test.each([
  ["'a'", "'A'"],
  ["'a b'", "'a  b'"],
  ['"A"', 'a'],
  ['"user"', 'user'],
  ['(a) = (b)', 'a = b'],
  ['a - b', 'a -- b'],
  ['a b', 'ab'],
  ["x'0f'", "'0f'"],
  ['"it"', "'it'"],
  ['a.b', '"a.b"'],
])('%s is not %s', (a, b) => {
  expect(sameSql(a, b)).toBe(false)
})

test('per dialect', () => {
  expect(sameDialectSql({ all: 'a' }, { postgres: 'A', sqlite: '(a)' })).toBe(true)
  expect(sameDialectSql({ all: 'a', sqlite: 'b' }, { all: 'a' })).toBe(false)
  expect(sameDialectSql({ postgres: 'a' }, { all: 'a' })).toBe(false)
  expect(sameDialectSql({ postgres: 'a' }, { postgres: ' a ' })).toBe(true)
  expect(sameDialectSql(undefined, undefined)).toBe(true)
  expect(sameDialectSql(undefined, { all: 'a' })).toBe(false)
})

test('what is normal stays as it is', () => {
  fc.assert(
    fc.property(sqlText(), text => {
      const normal = normalSql(text)
      expect(normalSql(normal)).toBe(normal)
    }),
    { numRuns: 3000 },
  )
})

test.each(['pagila.postgres', 'chinook.postgres', 'chinook.sqlite', 'sakila.sqlite'] as const)(
  'statements of %s, laid out otherwise',
  corpus => {
    for (const statement of corpusStatements(corpus)) {
      const normal = normalSql(statement)
      expect(normalSql(normal)).toBe(normal)
      expect(sameSql(statement, `/* one */ ${normal} ;\n-- two`)).toBe(true)
      expect(sameSql(statement, `${statement} x`)).toBe(false)
    }
  },
)
