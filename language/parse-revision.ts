import type { ParsedRevision } from '../compiler/revisions/folder.ts'
import { readRevision } from './revision-text.ts'

/** The text of a `revision.mig` as `readMigrations` wants it: diagnostics of the language as problems of the file. */
export function parseRevision(text: string, file: string): ParsedRevision {
  const { revision, head, diagnostics, places } = readRevision(text, file)
  const problems = diagnostics.map(({ code, severity, message, remedy, range }) => ({
    code,
    severity: severity === 'error' ? ('error' as const) : ('warning' as const),
    message,
    remedy,
    file,
    line: range.start.line + 1,
    column: range.start.column + 1,
  }))
  const stepLines = places.map(range => range.start.line + 1)
  if (revision === undefined) return { ...(head && { head }), problems, stepLines }
  return { revision, problems, stepLines }
}
