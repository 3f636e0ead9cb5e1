import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { loadProject } from '../../language/load.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'mig-unreached-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const TABLE = 'table t {\n  id bigint primary\n}\n'
const MAIN = `project shop {\n  targets sqlite 3.38\n}\n`

function write(path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true })
  writeFileSync(join(folder, path), text)
}

function unreached(): readonly string[] {
  const { diagnostics } = loadProject(join(folder, 'schema.mig'))
  return diagnostics.filter(({ code }) => code === 'MIG115').map(({ file }) => file.slice(folder.length + 1))
}

test('a file that nothing imports is named, beside the main file and below it', () => {
  write('schema.mig', `${MAIN}import './a.mig'\n`)
  write('a.mig', `import './deep/b.mig'\n${TABLE}`)
  write('deep/b.mig', TABLE.replace('t', 'b'))
  expect(unreached()).toEqual([])
  write('c.mig', TABLE)
  write('deep/er/d.mig', TABLE)
  expect(unreached()).toEqual(['c.mig', 'deep/er/d.mig'])
})

test('revisions, other projects and installed packages are left alone', () => {
  write('schema.mig', `project shop {\n  targets sqlite 3.38\n  migrations './history'\n}\n`)
  write('history/20260105_0530_a/revision.mig', 'revision a after base\n')
  write('other/schema.mig', MAIN)
  write('other/part.mig', TABLE)
  write('node_modules/x/schema.mig', TABLE)
  write('.hidden/x.mig', TABLE)
  expect(unreached()).toEqual([])
})

test('two projects in one folder do not name the files of each other', () => {
  write('schema.mig', MAIN)
  write('second.mig', `${MAIN}import './part.mig'\n`)
  write('part.mig', TABLE)
  expect(unreached()).toEqual([])
})
