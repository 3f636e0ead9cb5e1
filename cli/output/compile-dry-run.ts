import type { NextRevision } from '../../language/planning/next-revision.ts'
import { type CompileReport, revisionWritten } from './compile-written.ts'
import type { Outcome } from './outcome.ts'

/** What `mig compile` would write. */
export function compileDryRun({ hazards, warnings, drafts }: CompileReport, next: NextRevision | undefined): Outcome {
  const would = drafts
    .filter(draft => !draft.empty)
    .map(
      ({ stored, lacking, stale }) =>
        `would render ${[...lacking, ...stale].join(', ')} of revision ${stored.revision.id}`,
    )
  const files = Object.entries(next?.files ?? {}).map(([name, text]) => `== ${name}\n${text}`)
  const parts = [...would, ...(next ? [`would write ${next.folder}`] : []), ...files]
  const json = {
    written: null,
    would: next ? { ...revisionWritten(next, next.folder, hazards), files: next.files } : null,
  }
  return {
    exit: 0,
    text: parts.length === 0 ? 'nothing to do: the schema is what the revisions say' : parts.join('\n'),
    json,
    warnings,
  }
}
