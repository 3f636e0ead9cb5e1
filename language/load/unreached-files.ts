import { type Dirent, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Diagnostic } from '../diagnostic.ts'

const START = { line: 0, column: 0, offset: 0 }
const PASSED_OVER = /^(\.|node_modules$|vendor$|target$|dist$|build$)/
/** A project beside a large repository is not searched without end. */
const MOST_FOLDERS = 500
/** A file that begins a project of its own. */
const PROJECT = /^[ \t]*project[ \t]+\S+[ \t]*\{/m

/**
 * The schema files beside and below the main one that nothing imports: what they declare is not in the schema. Folders
 * of other projects, of revisions and of installed packages are left out, and so is all when `files` are not on disk.
 */
export function unreachedFiles(files: readonly string[], migrations: string): readonly Diagnostic[] {
  const reached = new Set(files)
  const found: string[] = []
  const folders = [dirname(files[0]!)]
  for (let at = 0; at < folders.length && at < MOST_FOLDERS; at++) {
    const folder = folders[at]!
    const entries = list(folder)
    const own = schemaFiles(folder, entries).filter(path => !reached.has(path))
    if (own.some(beginsProject)) continue
    found.push(...own)
    const below = entries.filter(entry => entry.isDirectory() && !PASSED_OVER.test(entry.name))
    folders.push(...below.map(entry => join(folder, entry.name)).filter(path => path !== migrations))
  }
  return found.sort().map(file => unreached(file, files[0]!))
}

function schemaFiles(folder: string, entries: readonly Dirent[]): readonly string[] {
  return entries.filter(entry => entry.isFile() && entry.name.endsWith('.mig')).map(entry => join(folder, entry.name))
}

function list(folder: string): readonly Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true })
  } catch {
    return []
  }
}

function beginsProject(path: string): boolean {
  try {
    return PROJECT.test(readFileSync(path, 'utf8'))
  } catch {
    return false
  }
}

function unreached(file: string, main: string): Diagnostic {
  const message = 'Nothing imports this file: what it declares is not in the schema.'
  const remedy =
    'Import it in the main file, or in one that is imported; move it elsewhere if it is none of the schema.'
  const range = { start: START, end: START }
  return { code: 'MIG115', severity: 'warning', message, remedy, file, range, data: { main } }
}
