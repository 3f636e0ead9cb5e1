import { expect, test } from 'vitest'
import { readRevision } from '../../../language/revision-text.ts'
import { ALL_CASES } from './cases/all-cases.ts'
import type { CheckCase } from './cases/check-case.ts'
import { diagnosticsOf, MAIN, readMarked, withProject } from './marked.ts'

test.each(ALL_CASES.map(item => [`${item.code} ${item.title}`, item] as const))('%s', (_, item) => {
  const { texts, marks } = readCase(item)
  const main = texts[MAIN]!
  const all = item.revision ? readRevision(main, MAIN).diagnostics : diagnosticsOf(main, texts)
  const found = all.filter(({ code }) => code === item.code)
  const places = found.map(({ file, range }) => shown(file, texts[file]!, range.start.offset, range.end.offset))
  expect(places.sort()).toEqual(marks.toSorted())
  for (const { severity, message, remedy } of found) {
    expect(severity).toBe(item.severity ?? 'error')
    expect(message).toMatch(/^[`A-Z.].*[.?]$/s)
    expect(remedy).toMatch(/^[`A-Z].*[.?]$/s)
  }
  if (item.says !== undefined) expect(`${found[0]?.message} ${found[0]?.remedy}`).toContain(item.says)
  const others = all.filter(
    ({ code, severity }) => severity === 'error' && code !== item.code && !item.beside?.includes(code),
  )
  expect(others.map(({ code, message }) => `${code} ${message}`)).toEqual([])
})

/** The files of a case without their marks, and what was marked in them. */
function readCase(item: CheckCase): { texts: Readonly<Record<string, string>>; marks: readonly string[] } {
  const marked = { ...item.files, [MAIN]: item.revision ? item.text : withProject(item.text) }
  const texts: Record<string, string> = {}
  const marks: string[] = []
  for (const [file, source] of Object.entries(marked)) {
    const { text, ranges } = readMarked(source)
    texts[file] = text
    marks.push(...ranges.map(([start, end]) => shown(file, text, start, end)))
  }
  return { texts, marks }
}

function shown(file: string, text: string, start: number, end: number): string {
  return `${file}:${start}: ${text.slice(start, end)}`
}
