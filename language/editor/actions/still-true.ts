import type { Diagnostic } from '../../diagnostic.ts'
import type { Parsed } from '../../parse.ts'
import type { ProjectModel } from '../project-model.ts'
import { spentHints } from '../spent-hints.ts'

/**
 * The diagnostics that hold for the text as it is now: those that were shown may be a keystroke old, and their places are others
 * by now. What is said of the plan, or of a file that the project does not read, is taken as it is.
 */
export function stillTrue(
  model: ProjectModel,
  parsed: Parsed,
  diagnostics: readonly Diagnostic[],
): readonly Diagnostic[] {
  if (diagnostics.length === 0 || model.file(parsed.file) !== parsed) return diagnostics
  const spent = diagnostics.some(({ code }) => code === 'MIG116') ? spentHints(model) : []
  const now = new Set([...model.loaded.diagnostics, ...spent].map(keyOf))
  return diagnostics.filter(one => !one.code.startsWith('MIG1') || one.code === 'MIG115' || now.has(keyOf(one)))
}

function keyOf({ code, file, range }: Diagnostic): string {
  return `${code} ${range.start.offset} ${range.end.offset} ${file}`
}
