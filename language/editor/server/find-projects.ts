import type { Dirent } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { dirname, isAbsolute, join, relative, sep } from 'node:path'

const PASSED_OVER = /^(\.|node_modules$|vendor$|target$|dist$|build$)/
const REVISION_FILE = 'revision.mig'
/** A workspace beside a large repository is not searched without end. */
const MOST_FOLDERS = 2_000
/** How far above a file its project may begin. */
const MOST_ABOVE = 12
const PROJECT = /^[ \t\uFEFF]*project[ \t]+(?:"(?:""|[^"\r\n])*"|\S+?)[ \t]*\{/m

/** Whether a text begins a project. */
export function beginsProject(text: string): boolean {
  return PROJECT.test(text)
}

/** Whether a file is one that is looked at when projects are searched for below a folder. */
export function isSearched(path: string, root: string): boolean {
  const way = relative(root, path).split(sep)
  const isBelow = way[0] !== '..' && !isAbsolute(way.join(sep))
  return isBelow && maySay(way.at(-1)!) && !way.slice(0, -1).some(name => PASSED_OVER.test(name))
}

/** The files below some folders that begin a project, in the order of their paths. */
export async function findProjectsBelow(roots: readonly string[]): Promise<readonly string[]> {
  const found = new Set<string>()
  const folders = [...roots]
  for (let at = 0; at < folders.length && at < MOST_FOLDERS; at++) {
    const folder = folders[at]!
    const entries = await list(folder)
    for (const path of await projectsAmong(folder, entries)) found.add(path)
    const below = entries.filter(entry => entry.isDirectory() && !PASSED_OVER.test(entry.name))
    folders.push(...below.map(entry => join(folder, entry.name)))
  }
  return [...found].sort()
}

/** The files that begin a project in the folder of a file and in those above it in the same repository, the nearest first. */
export async function findProjectsAbove(path: string): Promise<readonly string[]> {
  const found: string[] = []
  let folder = dirname(path)
  for (let level = 0; level < MOST_ABOVE; level++) {
    const entries = await list(folder)
    found.push(...(await projectsAmong(folder, entries)))
    if (dirname(folder) === folder || entries.some(({ name }) => name === '.git')) break
    folder = dirname(folder)
  }
  return found
}

async function projectsAmong(folder: string, entries: readonly Dirent[]): Promise<readonly string[]> {
  const files = entries.filter(entry => (entry.isFile() || entry.isSymbolicLink()) && maySay(entry.name))
  const paths = files.map(entry => join(folder, entry.name)).sort()
  const texts = await Promise.all(paths.map(path => readFile(path, 'utf8').catch(() => '')))
  return paths.filter((_, at) => beginsProject(texts[at]!))
}

/** Whether a file of this name may begin a project. */
function maySay(name: string): boolean {
  return name.endsWith('.mig') && name !== REVISION_FILE
}

async function list(folder: string): Promise<readonly Dirent[]> {
  return readdir(folder, { withFileTypes: true }).catch(() => [])
}
