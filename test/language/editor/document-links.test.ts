import { expect, test } from 'vitest'
import { documentLinks } from '../../../language/editor/document-links.ts'
import { offsetAt } from '../../../language/editor/lsp-places.ts'
import { readText } from '../../../language/parse.ts'
import { HISTORY, prefixes } from './shop.ts'

function links(text: string, file: string, ids: Readonly<Record<string, string>> = {}): readonly string[] {
  const parsed = readText(text, file)
  return documentLinks(parsed, id => ids[id]).map(
    ({ range, target }) => `${parsed.text.slice(offsetAt(parsed, range.start), offsetAt(parsed, range.end))} ${target}`,
  )
}

test.each([
  ['a file', "import './b/c.mig'\n", ['./b/c.mig file:///p/b/c.mig']],
  [
    'names with one that is none',
    "import { a, 'x' } from '../other.mig' // './no.mig'\n",
    ['../other.mig file:///other.mig'],
  ],
  ['names', "import { a, b } from '../other.mig' // './no.mig'\n", ['../other.mig file:///other.mig']],
  ['a path that is not closed', "import './b.mig\ntype a = text\n", ['./b.mig file:///p/b.mig']],
  ['nothing yet', "import ''\nimport \n", []],
])('an import: %s', (_, text, expected) => {
  expect(links(text, '/p/schema.mig')).toEqual(expected)
})

test('the revisions that a revision follows and needs', () => {
  const files = {
    ab52a8c0fcb8: '/p/m/1/revision.mig',
    123456789012: '/p/m/2/revision.mig',
    b5fa6c4653db: '/p/m/3/revision.mig',
  }
  expect(links(HISTORY, '/p/m/3/revision.mig', files)).toEqual([
    'ab52a8c0fcb8 file:///p/m/1/revision.mig',
    '123456789012 file:///p/m/2/revision.mig',
  ])
})

test('both parents of a merge', () => {
  const text = "revision c 'merge' after a, b\ncreated 2026-01-05T05:30:00Z\n"
  expect(links(text, '/r.mig', { a: '/a.mig', b: '/b.mig', c: '/c.mig' })).toEqual([
    'a file:///a.mig',
    'b file:///b.mig',
  ])
})

test('every prefix: nothing is thrown', () => {
  for (const { parsed } of prefixes()) expect(documentLinks(parsed).length).toBeLessThan(3)
})
