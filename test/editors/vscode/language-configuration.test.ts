import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, test } from 'vitest'

const FILE = resolve(import.meta.dirname, '../../../editors/vscode/language-configuration.json')
const configuration = JSON.parse(readFileSync(FILE, 'utf8'))
const { increaseIndentPattern, decreaseIndentPattern } = configuration.indentationRules
const [onDoc, onBlock] = configuration.onEnterRules

describe.each([
  [
    'indents after',
    new RegExp(increaseIndentPattern),
    {
      'table a {': true,
      'table a { // why': true,
      'view v = `': true,
      '  up   `': true,
      '  index (': true,
      '  up   `select 1': false,
      '  id int primary': false,
      '  a text check `b > 0`': false,
      '// a {': false,
      '}': false,
    },
  ],
  [
    'outdents',
    new RegExp(decreaseIndentPattern),
    {
      '  }': true,
      '  )': true,
      '`': true,
      '  ` stored': true,
      '`select 1`': false,
      '  id int': false,
    },
  ],
  [
    'goes on with a comment after',
    new RegExp(onDoc.beforeText),
    {
      '/// What it is.': true,
      '  ///x': true,
      '  /// ': false,
      '//// a line': false,
      '// a comment': false,
      'a int /// b': false,
    },
  ],
  ['opens a comment after', new RegExp(onBlock.beforeText), { '/*': true, '  /* a': true, '/* a */': false }],
])('%s', (_, pattern, lines) => {
  test.each(Object.entries(lines))('`%s`: %s', (line, expected) => expect(pattern.test(line)).toBe(expected))
})

test('a word is a name or a number of the language', () => {
  const { pattern, flags } = configuration.wordPattern
  const words = 'größe_1 decimal(12, 2) -> "x y" a.b$c `d` 3.38'.match(new RegExp(pattern, `g${flags}`))
  expect(words).toEqual(['größe_1', 'decimal', '12', '2', 'x', 'y', 'a', 'b$c', 'd', '3.38'])
})

test('quotes and backticks close themselves, but not in strings and comments', () => {
  const closing = configuration.autoClosingPairs.map((pair: { open: string; notIn: string[] }) => [
    pair.open,
    pair.notIn,
  ])
  for (const open of ["'", '"', '`']) expect(closing).toContainEqual([open, ['string', 'comment']])
})

test('regions fold', () => {
  const { start, end } = configuration.folding.markers
  expect(new RegExp(start).test('  // #region Orders')).toBe(true)
  expect(new RegExp(end).test('  //endregion')).toBe(true)
})
