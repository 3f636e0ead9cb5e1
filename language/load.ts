import type { Hints } from '../compiler/diff/hints.ts'
import type { Schema } from '../compiler/schema/schema.ts'
import { checkProject } from './checks/check-project.ts'
import { type Diagnostic, hasErrors } from './diagnostic.ts'
import type { LoadedFile } from './load/loaded-file.ts'
import type { Project } from './load/project.ts'
import { type ReadFile, type ReadFiles, readFiles } from './load/read-files.ts'
import { readFromDisk } from './load/read-from-disk.ts'
import { sortDiagnostics } from './load/sort-diagnostics.ts'
import { unreachedFiles } from './load/unreached-files.ts'
import { withoutEchoes } from './load/without-echoes.ts'
import { lowerFiles } from './lower/lower.ts'
import type { TableMemory } from './lower/table-memory.ts'
import type { Sources } from './sources.ts'

/** A project as its files say it. When a diagnostic is an error, the schema may lack what is meant: do not plan from it. */
export interface Loaded {
  readonly project: Project
  readonly schema: Schema
  readonly hints: Hints
  readonly sources: Sources
  readonly diagnostics: readonly Diagnostic[]
  /** Whether the schema has all that the text says: what is wrong then is what a database would not have. */
  readonly isWhole: boolean
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
  return understand(readFiles(file, readFile), check)
}

/**
 * From the files of a project to what they mean. What is wrong is told of all files, or only of those that `focus` names; it is
 * looked for when somebody asks.
 */
export function understand(
  { files, diagnostics }: ReadFiles,
  check: typeof checkProject = checkProject,
  focus?: ReadonlySet<string>,
  memory?: TableMemory,
): Loaded {
  const isAsked = (file: string) => focus === undefined || focus.has(file)
  const lowered = lowerFiles(files, memory)
  const isRead = files.every(({ parsed }) => !hasErrors(parsed.errors))
  const isWhole = isRead && !hasErrors([...diagnostics, ...lowered.diagnostics])
  let known: readonly Diagnostic[] | undefined
  const findings = () => {
    const asked = files.filter(({ parsed }) => isAsked(parsed.file))
    const text = asked.flatMap(({ parsed }) => [...parsed.errors, ...parsed.warnings])
    const found = [...diagnostics, ...lowered.diagnostics].filter(({ file }) => isAsked(file))
    const meaning = withoutEchoes([...found, ...check({ ...lowered, files }, focus)], asked)
    const order = files.map(({ parsed }) => parsed.file)
    return sortDiagnostics([...text, ...meaning], order)
  }
  return {
    ...lowered,
    files,
    isWhole,
    get diagnostics() {
      known ??= findings()
      return known
    },
  }
}
