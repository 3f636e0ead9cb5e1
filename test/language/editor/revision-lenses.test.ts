import { expect, test } from 'vitest'
import { revisionLenses } from '../../../language/editor/revisions/revision-lenses.ts'
import { readText } from '../../../language/parse.ts'
import { marked } from './marked.ts'

const { model } = marked('table a {\n  id int primary\n}\n')
const lenses = (text: string) =>
  revisionLenses({ model, parsed: readText(text, '/project/migrations/x/revision.mig') }).map(
    ({ title, uri, range }) => [title, uri.replace(/.*\//, ''), range.start.line],
  )

test('the schema after a revision, and before it', () => {
  expect(lenses("revision b2c3 'second' after a1b2\n")).toEqual([
    ['schema after this revision', 'b2c3.mig', 0],
    ['schema before', 'a1b2.mig', 0],
  ])
})

test('before the first there is nothing, before a merge there are several', () => {
  expect(lenses("revision a1b2 'first'\n").map(([, uri]) => uri)).toEqual(['a1b2.mig', 'base.mig'])
  expect(lenses("revision d4e5 'merge' after b2c3, c3d4\n").slice(1)).toEqual([
    ['schema at b2c3', 'b2c3.mig', 0],
    ['schema at c3d4', 'c3d4.mig', 0],
  ])
})

test('none while there is no id', () => {
  expect(lenses('revision')).toEqual([])
  expect(lenses('table a {\n')).toEqual([])
})
