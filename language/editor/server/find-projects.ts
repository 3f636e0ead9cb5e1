import type { Dirent } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'

const PASSED_OVER = /^(\.|node_modules$|vendor$|target$|dist$|build$)/
/** A workspace beside a large repository is not searched without end. */
const MOST_FOLDERS = 2_000
/** How far above a file its project may begin. */
const MOST_ABOVE = 12
const PROJECT = /^[ \t]*project[ \t]+\S+[ \t]*\{/m

/** Whether a text begins a project. */
export function beginsProject(text: string): boolean {
  return PROJECT.test(text)
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

/** The files that begin a project in the folder of a file and in those above it, the nearest first. */
export async function findProjectsAbove(path: string): Promise<readonly string[]> {
  const found: string[] = []
  let folder = dirname(path)
  for (let level = 0; level < MOST_ABOVE; level++) {
    found.push(...(await projectsAmong(folder, await list(folder))))
    if (dirname(folder) === folder) break
    folder = dirname(folder)
  }
  return found
}

async function projectsAmong(folder: string, entries: readonly Dirent[]): Promise<readonly string[]> {
  const files = entries.filter(entry => entry.isFile() && entry.name.endsWith('.mig') && entry.name !== 'revision.mig')
  const paths = files.map(entry => join(folder, entry.name)).sort()
  const texts = await Promise.all(paths.map(path => readFile(path, 'utf8').catch(() => '')))
  return paths.filter((_, at) => beginsProject(texts[at]!))
}

async function list(folder: string): Promise<readonly Dirent[]> {
  return readdir(folder, { withFileTypes: true }).catch(() => [])
}
