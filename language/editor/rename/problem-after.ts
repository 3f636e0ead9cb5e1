import type { Diagnostic } from '../../diagnostic.ts'
import { readFiles } from '../../load/read-files.ts'
import { understand } from '../../load.ts'
import { readText } from '../../parse.ts'
import { applyEdits } from '../actions/text/apply-changes.ts'
import type { ProjectModel } from '../project-model.ts'
import type { FileEdit } from './file-edit.ts'

/** What the command line would say of a project with edits made that it does not say of it now: the first error, else a warning. */
export function problemAfter(model: ProjectModel, edits: readonly FileEdit[]): Diagnostic | undefined {
  const after = diagnosticsWith(
    model,
    Map.groupBy(edits, edit => edit.parsed.file),
  )
  if (after.length === 0) return undefined
  const before = countByCode(diagnosticsWith(model, new Map()))
  const known = new Map<string, number>()
  const added = after.filter(({ code }) => {
    const count = (known.get(code) ?? 0) + 1
    known.set(code, count)
    return count > (before.get(code) ?? 0)
  })
  return added.find(({ severity }) => severity === 'error') ?? added[0]
}

function countByCode(diagnostics: readonly Diagnostic[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const { code } of diagnostics) counts.set(code, (counts.get(code) ?? 0) + 1)
  return counts
}

function diagnosticsWith(model: ProjectModel, edits: ReadonlyMap<string, readonly FileEdit[]>): readonly Diagnostic[] {
  const textOf = (path: string) => {
    const text = model.file(path)?.text
    return text === undefined ? undefined : applyEdits(text, edits.get(path) ?? [])
  }
  const files = readFiles(model.main, textOf, (path, text) => {
    const known = model.file(path)
    return known?.text === text ? known : readText(text, path)
  })
  return understand(files).diagnostics.filter(({ severity }) => severity !== 'info')
}
