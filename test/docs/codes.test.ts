import { expect, test } from 'vitest'
import { FAILURE_CODES } from '../../cli/explanations/failure-codes.ts'
import { RULES } from '../../compiler/hazards/rules.ts'
import { CHECK_CODES } from '../../language/checks/check-codes.ts'
import { TEXT_CODES } from '../../language/codes/text-codes.ts'
import { sourceFiles } from '../layers/source-file.ts'

const explained = [...RULES, ...FAILURE_CODES, ...TEXT_CODES, ...CHECK_CODES].map(({ code }) => code)

test('every code that a source names is explained', () => {
  const named = sourceFiles('compiler', 'language', 'database', 'cli').flatMap(
    ({ text }) => text.match(/MIG\d{3}\b/g) ?? [],
  )
  const missing = [...new Set(named)].filter(code => !explained.includes(code)).sort()
  expect(missing).toEqual([])
})

test('no code is explained twice', () => {
  expect(explained.filter((code, index) => explained.indexOf(code) !== index)).toEqual([])
})
