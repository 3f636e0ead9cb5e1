import { readFileSync } from 'node:fs'
import type { Hints } from '../compiler/diff/hints.ts'
import type { Schema } from '../compiler/schema/schema.ts'
import { checkProject } from './checks/check-project.ts'
import type { Diagnostic } from './diagnostic.ts'
import type { LoadedFile } from './load/loaded-file.ts'
import type { Project } from './load/project.ts'
import { type ReadFile, readFiles } from './load/read-files.ts'
import { sortDiagnostics } from './load/sort-diagnostics.ts'
import { unreachedFiles } from './load/unreached-files.ts'
import { withoutEchoes } from './load/without-echoes.ts'
import { lowerFiles } from './lower/lower.ts'
import type { Sources } from './sources.ts'

/** A project as its files say it. When a diagnostic is an error, the schema may lack what is meant: do not plan from it. */
export interface Loaded {
  readonly project: Project
  readonly schema: Schema
  readonly hints: Hints
  readonly sources: Sources
  readonly diagnostics: readonly Diagnostic[]
  /** The files, the main one first. */
  readonly files: readonly LoadedFile[]
}

/**
 * Reads the project that begins with `file`, an absolute path, and everything it imports, and checks what it means. On
 * disk it looks for files that nothing imports as well.
 */
export function loadProject(file: string, readFile: ReadFile = readFromDisk): Loaded {
  const loaded = read(file, readFile, checkProject)
  if (readFile !== readFromDisk) return loaded
  const paths = loaded.files.map(({ parsed }) => parsed.file)
  return { ...loaded, diagnostics: [...loaded.diagnostics, ...unreachedFiles(paths, loaded.project.migrations)] }
}

/** The same without the checks: what the text says, whether or not a database would have it. */
export function readProject(file: string, readFile: ReadFile = readFromDisk): Loaded {
  return read(file, readFile, () => [])
}

function read(file: string, readFile: ReadFile, check: typeof checkProject): Loaded {
  const { files, diagnostics } = readFiles(file, readFile)
  const lowered = lowerFiles(files)
  const text = files.flatMap(({ parsed }) => [...parsed.errors, ...parsed.warnings])
  const checked = check({ ...lowered, files })
  const meaning = withoutEchoes([...diagnostics, ...lowered.diagnostics, ...checked], files)
  const order = files.map(({ parsed }) => parsed.file)
  return { ...lowered, files, diagnostics: sortDiagnostics([...text, ...meaning], order) }
}

function readFromDisk(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    if (error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'EISDIR'))
      return undefined
    throw error
  }
}
