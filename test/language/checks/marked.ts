import { checkProject } from '../../../language/checks/check-project.ts'
import type { Diagnostic } from '../../../language/diagnostic.ts'
import { readFiles } from '../../../language/load/read-files.ts'
import { withoutEchoes } from '../../../language/load/without-echoes.ts'
import { lowerFiles } from '../../../language/lower/lower.ts'

/** A text without its marks, and the stretches that stood between `«` and `»`. */
export interface Marked {
  readonly text: string
  readonly ranges: readonly (readonly [number, number])[]
}

/** Reads a text with marks around the places where a diagnostic must stand. */
export function readMarked(marked: string): Marked {
  const ranges: [number, number][] = []
  const open: [number, number][] = []
  let text = ''
  for (const letter of marked) {
    if (letter === '«') {
      const range: [number, number] = [text.length, text.length]
      ranges.push(range)
      open.push(range)
    } else if (letter === '»') open.pop()![1] = text.length
    else text += letter
  }
  return { text, ranges }
}

export const MAIN = '/project/schema.mig'
const PROJECT = 'project shop { targets postgres 15, sqlite 3.38 }\n'

/** The text of a main file: with a project block for both databases, unless it has one or says which targets it wants. */
export function withProject(text: string): string {
  if (/^\s*project /m.test(text)) return text
  const targets = /^\/\/ targets .*$/m.exec(text)?.[0]
  return targets === undefined ? PROJECT + text : text.replace(targets, `project shop { ${targets.slice(3)} }`)
}

/** Everything that is said of a project of files in memory; `files` are beside the main one. */
export function diagnosticsOf(text: string, files: Readonly<Record<string, string>> = {}): readonly Diagnostic[] {
  const all: Readonly<Record<string, string>> = { ...files, [MAIN]: text }
  const read = readFiles(MAIN, path => all[path])
  const lowered = lowerFiles(read.files)
  const checked = checkProject({ ...lowered, files: read.files })
  const syntax = read.files.flatMap(({ parsed }) => [...parsed.errors, ...parsed.warnings])
  return [...syntax, ...withoutEchoes([...read.diagnostics, ...lowered.diagnostics, ...checked], read.files)]
}
