import { expect, test } from 'vitest'
import { arrayItem, mapArrayText } from '../../../compiler/sql/array-text.ts'

test.each([
  ['{}', '{}'],
  ['{a}', '{A}'],
  ['{a,b}', '{A,B}'],
  [' { a , "b c" } ', ' { A , "B C" } '],
  ['{{a,b},{c,NULL}}', '{{A,B},{C,NULL}}'],
  ['{"it\'s","say \\"hi\\"","back\\\\slash"}', '{IT\'S,"SAY \\"HI\\"","BACK\\\\SLASH"}'],
  ['{"{a,b}"}', '{"{A,B}"}'],
  ['{"null"}', '{"NULL"}'],
  ['{a b}', '{"A B"}'],
  ['{größe}', '{GRÖSSE}'],
  ['a', undefined],
  ['["a"]', undefined],
  ['{a\\,b}', undefined],
  ['{a', undefined],
  ['', undefined],
])('the items of %s in capitals are %s', (text, wanted) => {
  const change = (item: string, written: { readonly quoted: boolean; readonly text: string }) =>
    !written.quoted && item === 'NULL' ? written.text : arrayItem(item.toUpperCase())
  expect(mapArrayText(text, change)).toBe(wanted)
})
