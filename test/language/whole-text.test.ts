import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { formatText } from '../../language/format/format-text.ts'
import { parseText } from '../../language/parse.ts'
import { readRevision } from '../../language/revision-text.ts'
import { briefly, loadDeclarations, loadText, PROJECT } from './load-text.ts'

const shop = readFileSync(new URL('shop.mig', import.meta.url), 'utf8')
const history = readFileSync(new URL('history.mig', import.meta.url), 'utf8')

test('an empty file, blanks and comments are files', () => {
  for (const text of ['', '\n', '  \r\n\t', '// only a comment', '/* a\nb */', '\ufeff']) {
    const { ast, errors } = parseText(text, 'f')
    expect(errors).toEqual([])
    expect(ast.elements).toEqual([])
  }
})

test('CRLF reads as LF does, with the same lines and columns', () => {
  const unix = loadText(shop)
  const windows = loadText(shop.replaceAll('\n', '\r\n'))
  expect(windows.schema).toEqual(unix.schema)
  expect(windows.hints).toEqual(unix.hints)
  expect(briefly(windows)).toEqual(briefly(unix))
  for (const [key, source] of unix.sources.objects) {
    const { start, end } = windows.sources.objects.get(key)!.range
    expect([start.line, start.column, end.line, end.column]).toEqual([
      source.range.start.line,
      source.range.start.column,
      source.range.end.line,
      source.range.end.column,
    ])
  }
})

test('a byte order mark takes no column', () => {
  const { errors } = parseText('\ufefftabel a {\n}\n', 'f')
  expect(errors[0]?.range).toEqual({
    start: { line: 0, column: 0, offset: 1 },
    end: { line: 0, column: 5, offset: 6 },
  })
  expect(loadText(`\ufeff${PROJECT}`).diagnostics).toEqual([])
})

test('a file may end without a line break, inside of a line too', () => {
  expect(loadDeclarations('table a {\n  id int\n}').schema.tables.size).toBe(1)
  expect(loadDeclarations('table a { id int }').schema.tables.get('a')?.columns).toHaveLength(1)
  expect(parseText('table a {\n  id int\n  x', 'f').errors.map(error => error.code)).toEqual(['MIG103'])
})

test('lines and columns count as editors do', () => {
  const { errors } = parseText('table "größe 🙂" {\n  "🙂" int oops\n}\n', 'f')
  expect(errors[0]?.range.start).toEqual({ line: 1, column: 11, offset: 30 })
})

test('every beginning of a file can be read, and a table that is complete stays', () => {
  for (let end = 0; end <= shop.length; end++) {
    const text = shop.slice(0, end)
    const { ast, errors } = parseText(text, 'f')
    if (end > shop.indexOf('table order_lines'))
      expect(
        ast.elements.some(element => 'members' in element && element.name === 'orders' && element.members.length === 8),
      ).toBe(true)
    if (end % 7 > 0) continue
    loadText(text)
    if (errors.length > 0) expect(formatText(text)).toBe(text)
  }
})

test('every beginning of a revision can be read; one that lacks something is none', () => {
  for (let end = 0; end < history.length; end += 3) {
    const { revision, diagnostics } = readRevision(history.slice(0, end), 'r')
    expect(revision === undefined).toBe(diagnostics.some(diagnostic => diagnostic.severity === 'error'))
  }
})

const pieces = [...shop.matchAll(/\s+|\w+|[^\w\s]/g), ...history.matchAll(/\s+|\w+|[^\w\s]/g)].map(match => match[0])

test('any text can be read, and formatting it twice is formatting it once', () => {
  const mixed = fc.array(fc.constantFrom(...pieces), { maxLength: 120 }).map(words => words.join(''))
  fc.assert(
    fc.property(fc.oneof(mixed, fc.string({ unit: 'grapheme', maxLength: 200 })), text => {
      loadText(text)
      readRevision(text, 'r')
      const formatted = formatText(text)
      expect(formatText(formatted)).toBe(formatted)
    }),
    { numRuns: 400 },
  )
})

test('a real file with a word left out, doubled or swapped can be read', () => {
  const words = [...shop.matchAll(/\s+|\w+|[^\w\s]/g)].map(match => match[0])
  const change = fc.tuple(fc.nat(words.length - 1), fc.nat(words.length - 1), fc.constantFrom('drop', 'double', 'swap'))
  fc.assert(
    fc.property(fc.array(change, { minLength: 1, maxLength: 3 }), changes => {
      const list = [...words]
      for (const [at, other, how] of changes) {
        if (how === 'drop') list[at] = ''
        else if (how === 'double') list[at] = `${list[at]} ${list[at]}`
        else [list[at], list[other]] = [list[other]!, list[at]!]
      }
      const { diagnostics } = loadText(list.join(''))
      for (const { range } of diagnostics) expect(range.end.offset).toBeGreaterThanOrEqual(range.start.offset)
      formatText(list.join(''))
    }),
    { numRuns: 150 },
  )
})
