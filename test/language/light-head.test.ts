import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { lightHead } from '../../language/light/light-head.ts'
import { printRevision } from '../../language/print/revision.ts'
import { readRevision } from '../../language/revision-text.ts'
import { arbitraryHead } from '../laws/arbitrary-head.ts'
import { arbitraryString } from '../laws/arbitrary-text.ts'

const HEAD = "revision a 'x' after b, c\ncreated 2026-01-05T05:30:00Z\n"

test('the head of a revision is read without its steps', () => {
  const text = readFileSync(new URL('history.mig', import.meta.url), 'utf8')
  const { steps: _, ...head } = readRevision(text, 'r').revision!
  expect(lightHead(text)).toStrictEqual(head)
})

test('what the light reader answers is what the full one says', () => {
  let surely = 0
  let valid = 0
  fc.assert(
    fc.property(arbitraryHead, text => {
      const light = lightHead(text)
      const full = readRevision(text, 'r').revision
      if (full !== undefined) valid++
      if (light === undefined) return
      surely++
      const { steps: _, ...head } = full ?? { steps: [] }
      expect(light).toStrictEqual(head)
    }),
    { numRuns: 3000 },
  )
  expect(valid).toBeGreaterThan(300)
  expect(surely).toBeGreaterThan(100)
})

test('it surely reads what Mig writes, whatever the message, the labels and the reasons', () => {
  const text = fc.record({
    message: arbitraryString,
    labels: fc.array(arbitraryString, { maxLength: 2 }),
    reason: arbitraryString,
    ends: fc.constantFrom('\n', '\r\n'),
    mark: fc.constantFrom('', '\ufeff'),
  })
  fc.assert(
    fc.property(text, ({ message, labels, reason, ends, mark }) => {
      const allows = [{ code: 'MIG204', object: 'users.phone', reason }]
      const created = '2026-01-05T05:30:00Z'
      const head = { id: 'b5fa6c4653db', message, parents: ['a', '1e5'], needs: ['b'], labels, created, allows }
      const written = printRevision({ ...head, steps: [] })
      expect(lightHead(mark + written.replaceAll('\n', ends))).toStrictEqual(head)
    }),
    { numRuns: 500 },
  )
})

test('columns and SQL that look like a head do not slow it down', () => {
  const body =
    "create table t {\n  label text\n  needs int\n  created timestamptz\n}\n\nsql 'x' {\n  up `\n    label 'x'\n  `\n}\n"
  expect(lightHead(HEAD + body)).toMatchObject({ id: 'a', parents: ['b', 'c'] })
})

test.each([
  ['a line of the head after a step', `${HEAD}create schema s\nlabel 'late'\n`],
  ['the same behind a comment', `${HEAD}create schema s\n/* \n */ label 'late'\n`],
  ['no line created', "revision a 'x'\n"],
  ['a second message', `${HEAD}revision b 'x'\n`],
  ['a comment that is not closed', `${HEAD}/* create schema s\n`],
  ['a comment as in SQL', `${HEAD}-- no\n`],
  ['a comma at the end of a line', `${HEAD}needs a,\n  b\n`],
  ['a word that it does not know', `${HEAD}frobnicate\n`],
  ['an id of 41 letters', HEAD.replace('revision a', `revision ${'a'.repeat(41)}`)],
])('it leaves to the full reader: %s', (_, text) => {
  expect(lightHead(text)).toBeUndefined()
})
