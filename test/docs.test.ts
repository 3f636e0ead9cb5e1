import { existsSync, globSync, readFileSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Diagnostic } from '../language/diagnostic.ts'
import { readRevision } from '../language/revision-text.ts'
import { diagnosticsOf, MAIN, withProject } from './language/checks/marked.ts'

/** A block of a page: its text, and the file that it stands for where the fence names one. */
interface Block {
  readonly page: string
  readonly line: number
  readonly file: string | undefined
  readonly text: string
}

const ROOT = resolve(import.meta.dirname, '..')
const pages = [
  'README.md',
  ...globSync('docs/**/*.md', { cwd: ROOT }),
  ...globSync('examples/**/*.md', { cwd: ROOT }),
].sort()
const blocks = pages.flatMap(readBlocks)
const sources = globSync('examples/**/*.mig', { cwd: ROOT }).sort()

test('the page of the language has an example of each declaration and modifier', () => {
  const text = blocks.filter(({ page }) => page === 'docs/language.md').map(block => block.text)
  const grammar = readFileSync(join(ROOT, 'language/mig.langium'), 'utf8')
  const declared = grammar.slice(grammar.indexOf('entry File'), grammar.indexOf('--- revisions'))
  const words = new Set([...declared.matchAll(/'([a-z_]+)'/g)].map(([, word]) => word!))
  for (const word of REVISION_WORDS) words.delete(word)
  const used = new Set(text.join('\n').match(/[a-z_]+/g))
  expect([...words].filter(word => !used.has(word))).toEqual([])
})

/** Words that the grammar has for revision files, in rules that schema files share. */
const REVISION_WORDS = ['moves', 'renames']

describe('every block of .mig text is read without errors and warnings', () => {
  test.each(blocks.map(block => [`${block.page}:${block.line}`, block] as const))('%s', (_, block) => {
    const files = Object.fromEntries(
      blocks
        .filter(({ page, file }) => page === block.page && file !== undefined)
        .map(({ file, text }) => [beside(file!), text]),
    )
    expect(
      shown(/^revision /m.test(block.text) ? revision(block.text) : diagnosticsOf(withProject(block.text), files)),
    ).toEqual([])
  })
})

describe('every .mig file of the examples is read without errors', () => {
  test.each(sources)('%s', path => {
    const text = readFileSync(join(ROOT, path), 'utf8')
    expect(
      shown(
        /^revision /m.test(text)
          ? revision(text)
          : diagnosticsOf(withProject(forTargets(path, text)), neighbours(path)),
      ),
    ).toEqual([])
  })
})

function readBlocks(page: string): readonly Block[] {
  const path = join(ROOT, page)
  if (!existsSync(path)) return []
  const text = readFileSync(path, 'utf8')
  return [...text.matchAll(/^```mig(?: +(\S+))?\n([\s\S]*?)^```/gm)].map(match => ({
    page,
    line: text.slice(0, match.index).split('\n').length,
    file: match[1],
    text: match[2]!,
  }))
}

function beside(file: string): string {
  return join(dirname(MAIN), file)
}

/** The files that a file of an example may import, by name: those of its folder and of the folder above. */
function neighbours(path: string): Readonly<Record<string, string>> {
  const folders = [dirname(dirname(path)), dirname(path)]
  const near = sources.filter(other => folders.includes(dirname(other)))
  return Object.fromEntries(near.map(other => [beside(basename(other)), readFileSync(join(ROOT, other), 'utf8')]))
}

/** The text for the databases of its example, where that has one alone. */
function forTargets(path: string, text: string): string {
  const main = join(ROOT, dirname(path), 'schema.mig')
  const [, targets = ''] = existsSync(main) ? (/^ {2}targets (.*)$/m.exec(readFileSync(main, 'utf8')) ?? []) : []
  return targets === '' || targets.includes(',') ? text : `// targets ${targets}\n${text}`
}

function revision(text: string): readonly Diagnostic[] {
  return readRevision(text, 'revision.mig').diagnostics
}

/** Notes are no fault: a mixin in an example may stand alone. */
function shown(diagnostics: readonly Diagnostic[]): readonly string[] {
  return diagnostics
    .filter(({ severity }) => severity !== 'info')
    .map(({ code, message, range }) => `${range.start.line + 1}: ${code} ${message}`)
}
