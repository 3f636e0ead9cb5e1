import type { Diagnostic } from '../diagnostic.ts'

/** Diagnostics by file and place, each once: a mixin's line is read for every table that includes it. */
export function sortDiagnostics(diagnostics: readonly Diagnostic[], files: readonly string[]): readonly Diagnostic[] {
  const order = new Map(files.map((file, index) => [file, index]))
  const once = new Map(
    diagnostics.map(item => [`${item.file}\n${item.range.start.offset}\n${item.code}\n${item.message}`, item]),
  )
  return [...once.values()].sort(
    (a, b) => (order.get(a.file) ?? 0) - (order.get(b.file) ?? 0) || a.range.start.offset - b.range.start.offset,
  )
}
