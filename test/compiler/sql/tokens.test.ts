import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readTokens } from '../../../compiler/sql/tokens.ts'
import { sqlText } from './sql-text.ts'

function kinds(text: string): string {
  return readTokens(text)
    .map(token => `${token.kind}:${token.text}`)
    .join(' | ')
}

test.each([
  [`select a."B b", c`, 'name:select | name:a | punctuation:. | quoted name:"B b" | punctuation:, | name:c'],
  ["[a b] `c d` [it's]", "quoted name:[a b] | quoted name:`c d` | quoted name:[it's]"],
  [`select [x] from[t]`, 'name:select | quoted name:[x] | name:from | quoted name:[t]'],
  [
    `a[1], b[i], x::int[]`,
    'name:a | punctuation:[ | number:1 | punctuation:] | punctuation:, | name:b | punctuation:[ | name:i | punctuation:] | punctuation:, | name:x | operator::: | name:int | punctuation:[ | punctuation:]',
  ],
  [
    'array[[a],[b]]',
    'name:array | punctuation:[ | punctuation:[ | name:a | punctuation:] | punctuation:, | punctuation:[ | name:b | punctuation:] | punctuation:]',
  ],
  [`'it''s' e'a\\'b' x'ff' U&"d\\0061t"`, `string:'it''s' | string:e'a\\'b' | string:x'ff' | quoted name:U&"d\\0061t"`],
  ['$$ ; $$ $tag$ $$ $tag$ $1', 'string:$$ ; $$ | string:$tag$ $$ $tag$ | parameter:$1'],
  [
    'a ? 1 and b = ? and c = :c and d ?| e',
    'name:a | operator:? | number:1 | name:and | name:b | operator:= | parameter:? | name:and | name:c | operator:= | parameter::c | name:and | name:d | operator:?| | name:e',
  ],
  ['a[lo:hi]', 'name:a | punctuation:[ | name:lo | punctuation:: | name:hi | punctuation:]'],
  [
    `d->>'x' #> e @> f <> g != h || i`,
    `name:d | operator:->> | string:'x' | operator:#> | name:e | operator:@> | name:f | operator:<> | name:g | operator:!= | name:h | operator:|| | name:i`,
  ],
  [
    'a<-1 and b=-.5e-3',
    'name:a | operator:< | operator:- | number:1 | name:and | name:b | operator:= | operator:- | number:.5e-3',
  ],
  ['1 -- x\n/* a /* b */ c */ 2', 'number:1 | comment:-- x | comment:/* a /* b */ c */ | number:2'],
  [`/* a /* b */ 'x' /* c */`, `comment:/* a /* b */ | string:'x' | comment:/* c */`],
  [`a 'open`, `name:a | unknown:'open`],
  ['/* open', 'comment:/* open'],
  ['{ \\ }', 'unknown:{ | unknown:\\ | unknown:}'],
])('%s', (text, expected) => {
  expect(kinds(text)).toBe(expected)
})

test.each([
  ['Abc', 'abc'],
  ['ÄBC', 'Äbc'],
  ['"A""b"', 'A"b'],
  ['[A b]', 'A b'],
  ['`a``b`', 'a`b'],
  ["'it''s'", "it's"],
  ["e'a\\n\\'\\x41\\u0042\\103'", "a\n'ABC"],
  ["E'a''b'", "a'b"],
  ['$x$a$$b$x$', 'a$$b'],
  ['U&"d\\0061t\\+000061"', 'data'],
  ["$$it's$$", "it's"],
])('%s means %s', (text, value) => {
  expect(readTokens(text).map(token => token.value)).toEqual([value])
})

test('every letter there is, alone between two words', () => {
  for (let code = 0; code < 0x10000; code++) {
    const letter = String.fromCharCode(code)
    const text = `a ${letter} b`
    const read = readTokens(text)
    expect(read.map(token => token.text).join('')).toBe(
      `'"\``.includes(letter) ? text.replace(' ', '') : text.replace(/[ \t\n\v\f\r\ufeff]/g, ''),
    )
  }
})

test('nothing is lost, nothing is read twice, and nothing throws', () => {
  fc.assert(
    fc.property(sqlText(), text => {
      let at = 0
      for (const token of readTokens(text)) {
        expect(text.slice(at, token.start)).toMatch(/^[ \t\r\n\f\v\ufeff]*$/)
        expect(text.slice(token.start, token.end)).toBe(token.text)
        at = token.end
      }
      expect(text.slice(at)).toMatch(/^[ \t\r\n\f\v\ufeff]*$/)
    }),
    { numRuns: 2000 },
  )
})

test.each(['/* ', '[', '$a$', '( ', "'", '"', 'a[1] ', '/*/* */', '?', ':a ', '-', '-- x\n[', '$a', "e'\\", '`'])(
  'half a million letters of %j take no longer than they should',
  piece => {
    const text = piece.repeat(Math.ceil(500_000 / piece.length))
    const started = performance.now()
    readTokens(text)
    expect(performance.now() - started).toBeLessThan(5000)
  },
)
