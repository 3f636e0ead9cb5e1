import { dirname, posix } from 'node:path'
import { expect, test } from 'vitest'
import { sourceFiles } from '../layers/source-file.ts'

const sources = new Map(sourceFiles('cli', 'compiler', 'database', 'language').map(file => [file.path, file]))
const IMPORT = /^(?:import|export)\s(?!type\b)[^'"`;]*?\bfrom\s*['"]([^'"]+)['"]|^import\s*['"]([^'"]+)['"]/gm

/** What is loaded when a file is, before anything of it runs: its imports and theirs, but no types and no `import()`. */
function loadedBy(path: string): ReadonlySet<string> {
  const loaded = new Set([path])
  for (const at of loaded) {
    const source = sources.get(at)
    if (source === undefined) continue
    for (const [, from, bare] of source.text.matchAll(IMPORT)) {
      const name = (from ?? bare)!
      loaded.add(name.startsWith('.') ? posix.join(dirname(at), name) : name)
    }
  }
  return loaded
}

const SQL_READER = ['chevrotain']

test.each<readonly [string, readonly string[]]>([
  ['heads', []],
  ['branches', []],
  ['history', []],
  ['current', []],
  ['show', SQL_READER],
  ['upgrade', SQL_READER],
  ['downgrade', SQL_READER],
  ['stamp', SQL_READER],
])('mig %s loads neither the language nor a driver before it needs one', (command, packages) => {
  const loaded = [...loadedBy(`cli/commands/${command}.ts`)]
  expect(loaded).toContain('language/light/light-head.ts')
  expect(loaded.filter(name => /^(?:langium|chevrotain|pg|node:sqlite)$/.test(name))).toEqual(packages)
  expect(loaded.filter(name => /^language\/(?:load|parse|revision-text)\.ts$/.test(name))).toEqual([])
})

test('which says something, since other commands do', () => {
  expect([...loadedBy('cli/commands/check.ts')]).toEqual(expect.arrayContaining(['langium', 'language/load.ts']))
})
