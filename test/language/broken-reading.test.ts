import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseText, readText } from '../../language/parse.ts'
import { Stretch } from '../../language/straight/stretch.ts'
import { ALL_CASES } from './checks/cases/all-cases.ts'
import { readMarked, withProject } from './checks/marked.ts'
import { arbitraryEdit, edit } from './random-edit.ts'
import { sketch } from './sketch.ts'

const ROOT = join(import.meta.dirname, '../..')
const SHOP = readFileSync(join(import.meta.dirname, 'shop.mig'), 'utf8')
const TEXTS = [
  ...globSync(['examples/**/*.mig', 'test/**/*.mig'], { cwd: ROOT }).map(path =>
    readFileSync(join(ROOT, path), 'utf8'),
  ),
  ...ALL_CASES.map(item => readMarked(item.revision ? item.text : withProject(item.text)).text),
]

/** Whether reading a text gives what parsing it as a whole gives: the errors, the words passed over, the tree with all its places. */
function readAsParsed(text: string, parts: boolean): void {
  const { ast, lines: _, straight: __, ...read } = readText(text, 'f')
  const { ast: expected, lines: ___, straight: ____, ...parsed } = parseText(text, 'f')
  const [one, other] = [sketch(ast, parts), sketch(expected, parts)]
  if (isDeepStrictEqual([read, one], [parsed, other])) return
  expect(read).toEqual(parsed)
  expect(one).toEqual(other)
}

test('whatever is done to a text, it is read as it is parsed', () => {
  fc.assert(
    fc.property(fc.constantFrom(...TEXTS), arbitraryEdit(), fc.nat(9), (text, change, parts) =>
      readAsParsed(edit(text, change), parts === 0),
    ),
    { numRuns: 2_000 },
  )
})

test('a text is read as it is parsed at every letter, as far as it is typed', () => {
  for (let end = 0; end <= SHOP.length; end += 2) readAsParsed(SHOP.slice(0, end), end % 200 === 0)
})

test('a text is read as it is parsed with every line half typed', () => {
  const lines = SHOP.split('\n')
  for (const [at, line] of lines.entries())
    for (let end = 0; end < line.length; end += 7) readAsParsed(lines.with(at, line.slice(0, end)).join('\n'), false)
})

/** Texts of which the parser has to read one declaration, and whether all others are read without it. */
const ALONE: Readonly<Record<string, string>> = {
  'a half-typed line': 'table b {\n  id int\n  email\n}',
  'two broken lines': 'table b {\n  id int oops\n  email\n}',
  'an option given twice, which is no error of the text': 'table b only postgres only postgres {\n  id int\n}',
  'a brace that is missing': 'table b {\n  id int\n',
  'SQL that is missing': 'view b =',
  'a word that starts nothing': 'tabel b {\n  id int\n}',
  'a line outside of everything': 'hello world',
  'a declaration without a body': 'table b',
}

test.each(Object.entries(ALONE))('only the declaration with %s goes to the parser', (_, broken) => {
  const text = `table a {\n  id int\n}\n\n${broken}\n\ntable c {\n  id int\n}\n\ntable d {\n  id int\n}\n`
  const { ast } = readText(text, 'f')
  const straight = ast.elements.flatMap(node => ('name' in node && node.$cstNode instanceof Stretch ? [node.name] : []))
  expect(straight).toEqual(['a', 'c', 'd'])
  readAsParsed(text, true)
})

test('what is wrong beside the grammar needs no parser at all', () => {
  const text =
    "table a {\n  id int;\n  -- a comment\n  name text default 'x\n}\n\nview b = `select 1\n\ntable c {\n  id int\n}\n"
  const { ast, errors, straight } = readText(text, 'f')
  expect(ast.elements.map(({ $cstNode }) => $cstNode instanceof Stretch)).toEqual([true, true, true])
  expect([errors.map(error => error.code), straight]).toEqual([['MIG104', 'MIG104', 'MIG102', 'MIG102'], false])
  readAsParsed(text, true)
})

test('what swallows the next declaration is parsed as a whole', () => {
  const text = 'import { a\n\ntable b {\n  id int\n}\n'
  expect(readText(text, 'f').ast.$cstNode).not.toBeInstanceOf(Stretch)
  readAsParsed(text, true)
})
