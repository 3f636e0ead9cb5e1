import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import type { AstNode } from 'langium'
import { expect, test } from 'vitest'
import { scan } from '../../language/lexer/scan.ts'
import { type Parsed, parseText, readText, tokenTypes } from '../../language/parse.ts'
import { printRevision } from '../../language/print/revision.ts'
import { printSchema } from '../../language/print/schema.ts'
import { TextMemory } from '../../language/straight/text-memory.ts'
import { readCase } from '../cases/case-file.ts'
import { arbitrarySchema } from '../laws/arbitrary-schema.ts'
import { arbitraryRevision } from '../laws/arbitrary-step.ts'
import { messyText } from '../laws/messy-text.ts'
import { arbitraryEdit, edit } from './random-edit.ts'
import { sketch } from './sketch.ts'

const ROOT = join(import.meta.dirname, '../..')
const TEXTS: ReadonlyMap<string, string> = new Map([
  ['an empty text', ''],
  ['a text without a last line break', 'table a { id int }\n\nview v { `select 1` } '],
  ...globSync(['examples/**/*.mig', 'test/**/*.mig'], { cwd: ROOT }).map(path => [path, read(path)] as const),
  ...globSync('test/cases/*.case', { cwd: ROOT }).flatMap(path => {
    const { sections } = readCase(read(path))
    return ['before', 'after'].map(name => [`${path} ${name}`, sections.get(name) ?? ''] as const)
  }),
])

function read(path: string): string {
  return readFileSync(join(ROOT, path), 'utf8')
}

function sameTree(straight: Parsed, text: string, parts: boolean): void {
  const parsed = parseText(text, 'f')
  expect(sketch(straight.ast, parts)).toEqual(sketch(parsed.ast, parts))
  const { ast: _, lines: __, straight: isStraight, ...rest } = straight
  const { ast: ___, lines: ____, straight: isParsed, ...expected } = parsed
  expect(rest).toEqual(expected)
  expect([isStraight, isParsed]).toEqual([true, false])
}

test.each([...TEXTS])('%s is read straight as it is parsed', (_, text) => {
  const straight = readText(text, 'f')
  expect(straight.straight).toBe(true)
  sameTree(straight, text, true)
})

test('a printed text is read straight, however it is laid out', () => {
  const printed = fc.oneof(arbitrarySchema.map(printSchema), arbitraryRevision.map(printRevision))
  fc.assert(
    fc.property(printed.chain(messyText), text => {
      const straight = readText(text, 'f')
      expect(straight.straight).toBe(true)
      sameTree(straight, text, false)
    }),
    { numRuns: 200 },
  )
})

test('whatever the text is, what is read straight is what the parser reads', () => {
  const types = tokenTypes()
  const words = [...types.words.keys(), ...types.marks.keys(), 'name', '"a b"', '`sql`', "'text'", '12', '\n']
  const texts = [...TEXTS.values()].filter(text => text.length < 6000)
  const change = fc.record({
    text: fc.constantFrom(...texts),
    at: fc.nat(),
    more: fc.constantFrom('', ...words),
    drop: fc.boolean(),
  })
  let straight = 0
  fc.assert(
    fc.property(change, ({ text, at, more, drop }) => {
      const { tokens } = scan(text, types)
      const token = tokens[at % Math.max(tokens.length, 1)]
      const from = token?.startOffset ?? 0
      const changed = `${text.slice(0, from)} ${more} ${text.slice(from + (drop ? (token?.image.length ?? 0) : 0))}`
      const read = readText(changed, 'f')
      if (!read.straight) return
      straight++
      sameTree(read, changed, false)
    }),
    { numRuns: 800 },
  )
  expect(straight).toBeGreaterThan(20)
})

test('a text that is read again after edits gives the tree that it would give at first', () => {
  const texts = [...TEXTS.values()].filter(text => text.length > 200 && text.length < 4000)
  const edits = fc.array(arbitraryEdit(), { minLength: 2, maxLength: 6 })
  let kept = 0
  fc.assert(
    fc.property(fc.constantFrom(...texts), edits, (text, changes) => {
      const memory = new TextMemory()
      let now = text
      let last = new Set<AstNode>(readText(now, 'f', memory).ast.elements)
      for (const change of changes) {
        now = edit(now, change)
        const { lines: _, ast, ...read } = readText(now, 'f', memory)
        const { lines: __, ast: fresh, ...expected } = readText(now, 'f')
        kept += ast.elements.filter(element => last.has(element)).length
        expect(sketch(ast, true)).toEqual(sketch(fresh, true))
        expect(read).toEqual(expected)
        last = new Set(ast.elements)
      }
    }),
    { numRuns: 150 },
  )
  expect(kept).toBeGreaterThan(100)
})

test('what is wrong with a text is for the parser to say', () => {
  const broken = 'table a {\n  id int oops\n}\n\ntable b only postgres only sqlite {\n  id int\n}\n'
  for (const text of [broken, broken.replace(' oops', ''), 'table a {\n']) {
    expect(readText(text, 'f').straight).toBe(false)
    const { lines: _, ast, ...read } = readText(text, 'f')
    const { lines: __, ast: expected, ...parsed } = parseText(text, 'f')
    expect(read).toEqual(parsed)
    expect(sketch(ast, true)).toEqual(sketch(expected, true))
  }
})
