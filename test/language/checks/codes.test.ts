import { globSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { CHECK_CODES } from '../../../language/checks/check-codes.ts'
import { TEXT_CODES } from '../../../language/codes/text-codes.ts'
import { ALL_CASES } from './cases/all-cases.ts'

const codes = [...TEXT_CODES, ...CHECK_CODES]
const LANGUAGE = resolve(import.meta.dirname, '../../../language')

test('each code has one entry, with a title, an explanation and a remedy', () => {
  expect(new Set(codes.map(({ code }) => code)).size).toBe(codes.length)
  for (const { code, title, explanation, remedy } of codes) {
    expect(code).toMatch(/^MIG1\d\d$/)
    expect(title).toMatch(/^[A-Z][^.]*$/)
    expect(explanation).toMatch(/^[`A-Z].*\.$/s)
    expect(remedy).toMatch(/^[`A-Z].*\.$/s)
  }
})

test('the codes that are reported are those of the table', () => {
  const sources = globSync('**/*.ts', { cwd: LANGUAGE, exclude: ['codes/**', 'checks/codes/**'] })
  const used = sources.flatMap(path => readFileSync(join(LANGUAGE, path), 'utf8').match(/(?<=')MIG1\d\d(?=')/g) ?? [])
  expect([...new Set(used)].sort()).toEqual(codes.map(({ code }) => code).sort())
})

/** A text that exceeds the stack of the parser takes longer to make than it is worth here; files on disk have a test of their own. */
const NOT_PRODUCED = ['MIG105', 'MIG115', 'MIG116']

test('each code is produced by a case, and passed over by another', () => {
  const cases = (wanted: boolean) => new Set(ALL_CASES.filter(item => marks(item) === wanted).map(item => item.code))
  const wrong = codes.map(({ code }) => code).filter(code => !NOT_PRODUCED.includes(code))
  expect(wrong.filter(code => !cases(true).has(code))).toEqual([])
  expect(wrong.filter(code => !cases(false).has(code))).toEqual([])
})

function marks(item: (typeof ALL_CASES)[number]): boolean {
  return [item.text, ...Object.values(item.files ?? {})].some(text => text.includes('«'))
}
