import type { Diagnostic } from '../diagnostic.ts'
import type { LoadedFile } from './loaded-file.ts'

/** Drops what is said about the meaning of a line that could not be read: it is an echo of the error in the text. */
export function withoutEchoes(diagnostics: readonly Diagnostic[], files: readonly LoadedFile[]): readonly Diagnostic[] {
  const errors = files.flatMap(({ parsed }) => parsed.errors)
  if (errors.length === 0) return diagnostics
  const lines = new Set(errors.map(lineOf))
  return diagnostics.filter(diagnostic => !lines.has(lineOf(diagnostic)))
}

function lineOf({ file, range }: Diagnostic): string {
  return `${range.start.line} ${file}`
}
