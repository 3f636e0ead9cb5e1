import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ALL_CASES } from './cases/all-cases.ts'
import { diagnosticsOf, readMarked, withProject } from './marked.ts'

const page = readFileSync(resolve(import.meta.dirname, '../../../docs/language.md'), 'utf8')
const examples = [...page.matchAll(/^```mig\n([\s\S]*?)^```/gm)].map(([, text]) => withProject(text!))
const texts = [
  ...examples,
  ...ALL_CASES.filter(item => !item.revision).map(item => readMarked(withProject(item.text)).text),
]

/** Pieces of a text that an editor would take as one: words, strings, SQL, signs, white space. */
function pieces(text: string): string[] {
  return text.match(/`[^`]*`|'[^']*'|"[^"]*"|\w+|\s+|./g) ?? []
}

test('a text with pieces missing, twice or out of place is reported, never thrown at', () => {
  const edits = fc.array(fc.tuple(fc.nat(), fc.constantFrom('drop', 'twice', 'swap', 'cut')), {
    minLength: 1,
    maxLength: 4,
  })
  fc.assert(
    fc.property(fc.constantFrom(...texts), edits, (text, changes) => {
      const found = pieces(text)
      for (const [place, change] of changes) {
        const at = place % Math.max(found.length, 1)
        if (change === 'drop') found.splice(at, 1)
        if (change === 'twice') found.splice(at, 0, found[at] ?? '')
        if (change === 'swap') found.splice(at, 2, found[at + 1] ?? '', found[at] ?? '')
        if (change === 'cut') found.splice(at)
      }
      for (const { message, range } of diagnosticsOf(found.join(''))) {
        expect(message).not.toMatch(/undefined|\[object|NaN/)
        expect(range.end.offset).toBeGreaterThanOrEqual(range.start.offset)
      }
    }),
    { numRuns: 2_000, seed: 20261121 },
  )
})

test('a file as it is typed, letter by letter', () => {
  const [first] = examples
  for (let end = 0; end <= first!.length; end += 3) {
    for (const { message } of diagnosticsOf(first!.slice(0, end))) expect(message).not.toMatch(/undefined|\[object/)
  }
})

test('a line that is half typed says nothing about the other lines', () => {
  const [first] = examples
  const lines = first!.split('\n')
  const noise: string[] = []
  lines.forEach((line, at) => {
    if (!/^ {2}\w/.test(line) || line.includes('`') || /^ {2}(select|from|where)/.test(line)) return
    const half = lines.with(at, `${line.slice(0, Math.ceil(line.trimEnd().length * 0.7))} (`)
    for (const { severity, code, message, range } of diagnosticsOf(half.join('\n'))) {
      if (severity === 'error' && code >= 'MIG150' && range.start.line !== at)
        noise.push(`${at + 1} ${half[at]}: ${range.start.line + 1} ${code} ${message}`)
    }
  })
  expect(noise).toEqual([])
})
