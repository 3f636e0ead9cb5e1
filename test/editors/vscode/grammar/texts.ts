import { globSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { readCase } from '../../../cases/case-file.ts'

const ROOT = resolve(import.meta.dirname, '../../../..')

/** Every text of the language that the repository holds without errors, by where it stands. */
export const TEXTS: ReadonlyMap<string, string> = new Map([
  ...globSync(['examples/**/*.mig', 'test/**/*.mig'], { cwd: ROOT }).map(path => [path, read(path)] as const),
  ...globSync('docs/**/*.md', { cwd: ROOT }).flatMap(path => {
    const blocks = [...read(path).matchAll(/^```mig[^\n]*\n([\s\S]*?)^```/gm)]
    return blocks.map(([, block], index) => [`${path} ${index + 1}`, block!] as const)
  }),
  ...globSync('test/cases/*.case', { cwd: ROOT }).flatMap(path => {
    const { sections } = readCase(read(path))
    return ['before', 'after'].map(name => [`${path} ${name}`, sections.get(name) ?? ''] as const)
  }),
])

function read(path: string): string {
  return readFileSync(join(ROOT, path), 'utf8')
}
