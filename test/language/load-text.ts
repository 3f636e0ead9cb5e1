import { type Loaded, readProject } from '../../language/load.ts'

/** A project block for texts that are not about it, on one line so that line numbers shift by one. */
export const PROJECT = 'project p { targets postgres 14, sqlite 3.38 }\n'

/** Reads a text, without the checks, as the main file of a project, with other files by their paths. */
export function loadText(text: string, others: Readonly<Record<string, string>> = {}): Loaded {
  const files = new Map([['/p/schema.mig', text], ...Object.entries(others)])
  return readProject('/p/schema.mig', path => files.get(path))
}

/** Loads declarations below a project block. */
export function loadDeclarations(text: string): Loaded {
  return loadText(PROJECT + text)
}

/** Diagnostics as short lines: `3:5 MIG120 There is no type …`. */
export function briefly({ diagnostics }: Pick<Loaded, 'diagnostics'>): readonly string[] {
  return diagnostics.map(
    ({ code, message, range }) => `${range.start.line + 1}:${range.start.column + 1} ${code} ${message}`,
  )
}
