import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { TextDocument } from 'vscode-languageserver-textdocument'
import type { TextEdit } from 'vscode-languageserver-types'
import { formatDocument, formatOnType, formatRange } from '../../../language/editor/formatting.ts'
import { formatText } from '../../../language/format/format-text.ts'
import { lexText, parseText } from '../../../language/parse.ts'

const SHOP = readFileSync(new URL('../shop.mig', import.meta.url), 'utf8')
const HISTORY = readFileSync(new URL('../history.mig', import.meta.url), 'utf8')

const MESSY = `project   p {targets postgres 14}


import    './b.mig'   // one
import './billing.mig' // two

// alone
   // indented


/// Doc.
   table a {
 id   bigint   identity primary
   email text was mail unique // moved



  /* block

  with a blank line */
  n decimal( 10,2 ) default   0
    index(email,
       n)
}   /* after

  it */
enum   e { one
two was zwei }
view v = \`
     select  1
  \`
`

function apply(text: string, edits: readonly TextEdit[]): string {
  return TextDocument.applyEdits(TextDocument.create('file:///a.mig', 'mig', 1, text), [...edits])
}

describe('the document', () => {
  test.each([
    ['a messy text', MESSY],
    ['a revision', HISTORY.replaceAll('  ', '      ')],
    ['the shop', SHOP],
    ['the shop on one margin', SHOP.replace(/^ +/gm, '')],
    ['the shop with wide gaps', SHOP.replace(/\n/g, '\n\n\n').replaceAll(' ', '  ')],
    ['CRLF', MESSY.replaceAll('\n', '\r\n')],
    ['mixed line breaks', MESSY.replace('\n', '\r\n')],
    ['no line break at the end', 'table a {\n id int\n}'],
    ['nothing', ''],
    ['blank lines', '\n\n\n'],
  ])('%s is formatted as `mig format` does', (_, text) => {
    expect(apply(text, formatDocument(text))).toBe(formatText(text))
  })

  test('a formatted text has no edits', () => {
    expect(formatDocument(formatText(SHOP))).toEqual([])
  })

  test('edits touch nothing but what changes', () => {
    const text = 'table a {\n   id int\n  email text   unique\n}\n'
    expect(formatDocument(text)).toEqual([edit(1, 2, 1, 3, ''), edit(1, 6, 1, 6, '   '), edit(2, 13, 2, 15, '')])
  })

  test('a hint that moves behind the rest is the one edit that holds words', () => {
    const text = 'table a {\n  email text was mail unique\n}\n'
    expect(formatDocument(text)).toEqual([edit(1, 13, 1, 28, 'unique was mail')])
  })
})

function edit(line: number, character: number, endLine: number, end: number, newText: string): TextEdit {
  return { range: { start: { line, character }, end: { line: endLine, character: end } }, newText }
}

describe('a text with errors', () => {
  test('its sound declarations are formatted, the broken one is left', () => {
    const text = 'table a {\n id   int\n}\n\ntable b {\n  id   what is ( this\n}\n\ntable c {\nid int\n}\n'
    expect(apply(text, formatDocument(text))).toBe(
      'table a {\n  id int\n}\n\ntable b {\n  id   what is ( this\n}\n\ntable c {\n  id int\n}\n',
    )
  })

  test('every prefix: no words change, the errors stay, twice is once', () => {
    const messy = SHOP.replace(/^ +/gm, '   ').replaceAll(' was mail', '').replace('unique ', 'unique     ')
    for (let end = 0; end <= messy.length; end += 7) {
      const text = messy.slice(0, end)
      const once = apply(text, formatDocument(text))
      expect(words(once), `prefix ${end}`).toEqual(words(text))
      expect(parseText(once, '').errors.length, `prefix ${end}`).toBe(parseText(text, '').errors.length)
      expect(formatDocument(once), `prefix ${end}`).toEqual([])
    }
  }, 30_000)
})

function words(text: string): string {
  const { tokens, report } = lexText(text)
  return [...tokens.map(token => token.image.trim()), ...report.comments.map(comment => comment.text.trimEnd())].join(
    ' ',
  )
}

describe('a range', () => {
  test('only the declarations that it touches', () => {
    const text = 'table a {\nid int\n}\n\n// before\n   table b {\nid int\n}\nenum c {\nx\n}\n'
    const range = { start: { line: 6, character: 1 }, end: { line: 6, character: 1 } }
    expect(apply(text, formatRange(text, range))).toBe(
      'table a {\nid int\n}\n\n// before\ntable b {\n  id int\n}\nenum c {\nx\n}\n',
    )
  })

  test.each([
    ['the messy text', MESSY],
    ['the shop', SHOP.replace(/^ +/gm, '')],
    ['CRLF', MESSY.replaceAll('\n', '\r\n')],
  ])(
    '%s: ranges one after the other give the text that the whole gives, but for the blank lines between',
    (_, text) => {
      let now = text
      for (let line = 0; line < now.split('\n').length; line++) {
        const at = { line, character: 0 }
        now = apply(now, formatRange(now, { start: at, end: at }))
      }
      expect(now.replace(/(\r?\n){3,}/g, '$1$1')).toBe(formatText(text).replace(/(\r?\n){3,}/g, '$1$1'))
    },
  )
})

describe('a line break', () => {
  test.each([
    ['in a table', 'table a {\n|', '  '],
    ['after a column', 'table a {\n  id int\n|', '  '],
    ['in a list', 'table a {\n  index (\n|', '    '],
    ['before a bracket that closes', 'table a {\n  index (\n    id\n|)', '  '],
    ['before a brace', 'table a {\n  id int\n|}', ''],
    ['after a table', 'table a {\n}\n|', ''],
    ['after a comma between declarations', 'type a = text,\n|', '  '],
    ['after a comma from SQL', 'table a {\n  id int,\n|', '  '],
    ['before the spelling for another database', 'table a {\n  id text,\n|postgres citext', '    '],
    ['in the names of an import', 'import {\n|', '  '],
    ['after a declaration that was never closed', 'table a {\n  id int\n\ntable b {\n|', '  '],
    ['in a project', 'project p {\n|', '  '],
    ['in a step of a revision', "sql 'x' {\n|", '  '],
  ])('%s', (_, marked, indent) => {
    const offset = marked.indexOf('|')
    const text = marked.replace('|', '')
    const line = text.slice(0, offset).split('\n').length - 1
    const lines = apply(text, formatOnType(text, { line, character: 0 }, '\n')).split('\n')
    expect(/^ */.exec(lines[line]!)![0]).toBe(indent)
    expect(lines.filter((_, at) => at !== line)).toEqual(text.split('\n').filter((_, at) => at !== line))
  })

  test('SQL and comments keep their lines as they are', () => {
    expect(formatOnType('view a = `\n      select\n   ', { line: 2, character: 3 }, '\n')).toEqual([])
    expect(formatOnType('/* a\n      b\n   ', { line: 2, character: 3 }, '\n')).toEqual([])
  })

  test('too much indentation goes', () => {
    expect(formatOnType('table a {\n      \n}', { line: 1, character: 6 }, '\n')).toEqual(
      [edit(1, 2, 1, 6, '')].map(() => edit(1, 0, 1, 6, '  ')),
    )
  })
})

describe('a brace', () => {
  test('formats what it closes', () => {
    const text = 'enum x {\none\n}\n\ntable a {\nid   int\n  }\n'
    expect(apply(text, formatOnType(text, { line: 6, character: 3 }, '}'))).toBe(
      'enum x {\none\n}\n\ntable a {\n  id int\n}\n',
    )
  })

  test('goes to its place in what is broken', () => {
    const text = 'table a {\nid (\n  }\n'
    expect(apply(text, formatOnType(text, { line: 2, character: 3 }, '}'))).toBe('table a {\nid (\n}\n')
  })

  test('on a line with other things does nothing', () => {
    expect(formatOnType('table a { id   int }', { line: 0, character: 20 }, '}')).toEqual([])
  })
})
