import { expect, test } from 'vitest'
import { RULES } from '../../../../compiler/hazards/rules.ts'
import { CHECK_CODES } from '../../../../language/checks/check-codes.ts'
import { TEXT_CODES } from '../../../../language/codes/text-codes.ts'
import type { Diagnostic } from '../../../../language/diagnostic.ts'
import { REMEDIES } from '../../../../language/editor/actions/remedies.ts'
import { formatText } from '../../../../language/format/format-text.ts'
import { parseText } from '../../../../language/parse.ts'
import { ALL_FIXES } from './cases/all-fixes.ts'
import { actionsAt, type FixCase, open, textsAfter, whole } from './fix-case.ts'

test.each(ALL_FIXES.map(item => [`${item[0]} ${item[1]}`, item] as const))('%s', (_, item) => {
  const [code, title, before, after, { past, sure, at, around, beside = [] } = {}] = item
  const opened = open(before, past)
  const diagnostic = found(opened.diagnostics, item, at, opened.model.file('/project/schema.mig')!.text)
  const near = around && { files: Object.keys(around), read: (path: string) => around[path] }
  const offered = actionsAt(opened, diagnostic, near).filter(({ kind }) => kind === 'quickfix')
  const action = offered.find(one => one.title === title)
  if (action === undefined) throw new Error(`not offered; but ${offered.map(one => one.title).join(' | ')}`)
  expect(action.isPreferred ?? false).toBe(sure ?? false)
  expect(action.diagnostics?.some(one => one.code === code)).toBe(true)
  const texts = textsAfter(opened, action)
  expect(texts).toEqual(whole(after))
  for (const { parsed } of opened.model.loaded.files) expectTidy(parsed.text, texts[parsed.file.slice(9)]!)
  const then = open({ ...texts, ...inFolder(around) }, past)
  const same = (one: Diagnostic) => one.code === code && one.message === diagnostic.message
  expect(then.diagnostics.filter(same).length).toBeLessThan(opened.diagnostics.filter(same).length)
  const known = new Set(errors(opened.diagnostics))
  expect(errors(then.diagnostics).filter(one => !known.has(one) && !beside.includes(one.slice(0, 6)))).toEqual([])
})

function found(all: readonly Diagnostic[], [code]: FixCase, at: string | undefined, text: string): Diagnostic {
  const own = all.filter(
    ({ code: one, range }) => one === code && (at === undefined || text.startsWith(at, range.start.offset)),
  )
  if (own[0] === undefined)
    throw new Error(`no ${code} among ${all.map(one => `${one.code} ${one.message}`).join('\n')}`)
  return own[0]
}

function inFolder(around: Readonly<Record<string, string>> = {}): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(around).map(([path, text]) => [path.slice('/project/'.length), text]))
}

function errors(diagnostics: readonly Diagnostic[]): readonly string[] {
  return diagnostics.filter(({ severity }) => severity === 'error').map(({ code, message }) => `${code} ${message}`)
}

/** What was formatted is so afterwards. */
function expectTidy(before: string, after: string): void {
  if (parseText(before, '').errors.length > 0 || formatText(before) !== before) return
  expect(after).toBe(formatText(after))
}

const CODES = [...TEXT_CODES, ...CHECK_CODES, ...RULES].map(({ code }) => code)

test('each code has its fixes, or a reason why there are none', () => {
  expect(Object.keys(REMEDIES).sort()).toEqual(CODES.toSorted())
  for (const remedy of Object.values(REMEDIES)) {
    if ('none' in remedy) expect(remedy.none).toMatch(/^[A-Z].*\.$/)
    else expect(remedy.fixes).not.toEqual([])
  }
})

/** Revision files and files that nothing imports are not part of the project: their fixes are tested below. */
const BESIDE = ['MIG115', 'MIG140', 'MIG141']

test('each code that has fixes has a case', () => {
  const tested = new Set(ALL_FIXES.map(([code]) => code))
  const fixable = Object.entries(REMEDIES).flatMap(([code, remedy]) => ('fixes' in remedy ? [code] : []))
  expect(fixable.filter(code => !tested.has(code) && !BESIDE.includes(code))).toEqual([])
})
