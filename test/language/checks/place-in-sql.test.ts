import { expect, test } from 'vitest'
import { placeInSql } from '../../../language/checks/place-in-sql.ts'
import { readSqlText } from '../../../language/literals/sql-literal.ts'

test.each([
  ['one line', '`age >= 18`'],
  ['a doubled backtick', '`a ``b`` age`'],
  ['lines below the backtick', '`\n    select a\n      from t\n      where age\n  `'],
  ['lines after the backtick', '`select a\n   from t where age\n`'],
  ['the line breaks of Windows', '`\r\n    select a\r\n    from ``t`` where age\r\n  `'],
  ['an empty line between', '`\n    select a\n\n    from t where age`'],
  ['no closing backtick', '`select age'],
])('finds a word again: %s', (_, source) => {
  const sql = readSqlText(source)
  for (const word of sql.split(/[\s`]+/).filter(word => word !== '')) {
    const place = placeInSql(source, sql.indexOf(word))
    expect(source.slice(place, place + word.length)).toBe(word)
  }
})

test('the end of the text is the closing backtick', () => {
  expect(placeInSql('`abc`', 3)).toBe(4)
  expect(placeInSql('`abc', 99)).toBe(4)
})
