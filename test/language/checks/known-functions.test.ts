import { globSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { loadProject } from '../../../language/load.ts'
import { readCase } from '../../cases/case-file.ts'
import { readLadder } from '../../ladders/read-ladder.ts'
import { ALL_CASES } from './cases/all-cases.ts'
import { MAIN, readMarked, withProject } from './marked.ts'

const root = resolve(import.meta.dirname, '../../..')

/** What the project is told about functions that it calls and nobody has. */
function unknownFunctions(text: string, files: Readonly<Record<string, string>> = {}): readonly string[] {
  const all: Readonly<Record<string, string>> = { ...files, [MAIN]: text }
  return said(loadProject(MAIN, path => all[path]).diagnostics)
}

function said(diagnostics: ReturnType<typeof loadProject>['diagnostics']): readonly string[] {
  return diagnostics
    .filter(({ code, message }) => code === 'MIG194' || (code === 'MIG174' && message.startsWith('The function')))
    .map(({ message }) => message)
}

test.each(globSync('examples/*/schema.mig', { cwd: root }).sort())('nothing is said of the functions in %s', file => {
  expect(said(loadProject(join(root, file)).diagnostics)).toEqual([])
})

const STORY = globSync('examples/workout-buddy/story/*.mig', { cwd: root }).sort()

test('nor of those in the steps of the story, the cases and the ladders', () => {
  const texts: [string, string][] = STORY.map(file => [file, readFileSync(join(root, file), 'utf8')])
  for (const file of globSync('test/cases/*.case', { cwd: root }).sort()) {
    const { sections } = readCase(readFileSync(join(root, file), 'utf8'))
    const targets = sections.get('targets')?.replace(/(postgres|sqlite)(?! \d)/g, '$1 ') ?? 'postgres , sqlite '
    const named = targets.replace(/postgres (?!\d)/, 'postgres 18').replace(/sqlite (?!\d)/, 'sqlite 3.38')
    for (const side of ['before', 'after'] as const) {
      const lines = (side === 'after' && sections.get('project after')) || (sections.get('project') ?? '')
      texts.push([
        `${file} ${side}`,
        `project example {\ntargets ${named}\n${lines}\n}\n\n${sections.get(side) ?? ''}\n`,
      ])
    }
  }
  for (const [ladder, target] of [
    ['postgres.ladder', 'postgres 18'],
    ['sqlite.ladder', 'sqlite 3.45'],
  ] as const)
    for (const { name, mig } of readLadder(ladder))
      texts.push([`${ladder} ${name}`, `project ladder { targets ${target} }\n\n${mig}`])
  expect(texts.length).toBeGreaterThan(500)
  const found = texts.flatMap(([name, text]) => unknownFunctions(text).map(message => `${name}: ${message}`))
  expect(found).toEqual([])
})

test('nor where the checks are about something else', () => {
  const others = ALL_CASES.filter(({ code, revision }) => code !== 'MIG194' && code !== 'MIG174' && !revision)
  const found = others.flatMap(item => {
    const files = Object.fromEntries(
      Object.entries(item.files ?? {}).map(([file, text]) => [file, readMarked(text).text]),
    )
    const messages = unknownFunctions(readMarked(withProject(item.text)).text, files)
    return messages.map(message => `${item.code} ${item.title}: ${message}`)
  })
  expect(found).toEqual([])
})
