import { expect, test } from 'vitest'
import { refusedAt } from '../../database/refused-at.ts'
import { prepareNothing } from '../../database/sqlite.ts'

/** Where SQLite stops in a text, and the text from there. */
function stopsIn(sql: string, before: readonly string[] = []): string | undefined {
  const script = [...before, sql].join(';\n')
  try {
    prepareNothing(script)
  } catch (error) {
    const offset = refusedAt(error as Error, script, prepareNothing)
    return offset === undefined ? undefined : script.slice(offset)
  }
  return undefined
}

test('the word at which SQLite stops is the one that makes the text wrong, not the first like it', () => {
  expect(stopsIn('create table t (a int, b int as a int)')).toBe('a int)')
  expect(stopsIn('create view v as select total from t were total > 3')).toBe('total > 3')
  expect(stopsIn('select 1 fro')).toBe(undefined)
  expect(stopsIn('select (1')).toBe('')
})

test('a missing name is the first that stands there', () => {
  expect(stopsIn('select nope(1)')).toBe('nope(1)')
  expect(stopsIn('select 1 from nope')).toBe('nope')
})

test('Postgres counts letters, not units', () => {
  const sql = "select '😀', nope"
  expect(refusedAt({ message: '', position: 13 }, sql)).toBe(sql.indexOf('nope'))
})
