import { listed } from '../../compiler/revisions/failures.ts'
import type { NextRevision } from '../../language/planning/next-revision.ts'
import type { MergePlan } from '../project/plan-merge.ts'
import { type CompileReport, revisionWritten, stepLines } from './compile-written.ts'
import type { Outcome } from './outcome.ts'

/** What `mig merge` wrote. */
export function mergeWritten(
  { hazards, warnings }: CompileReport,
  written: NextRevision & { readonly path: string },
  { shared, pending }: MergePlan,
): Outcome {
  const { parents, steps } = written.revision
  const lines = [`wrote ${written.path}`, `  joins ${listed(parents)}`, ...stepLines(steps)]
  if (steps.length > 0) lines.push(`Both sides changed ${listed(shared)}; the steps lead to what the schema files say.`)
  if (pending > 0) {
    const what = pending === 1 ? 'a change that is' : `${pending} changes that are`
    lines.push(`The schema files have ${what} in no revision: run mig compile -m 'MESSAGE'.`)
  }
  const json = { written: revisionWritten(written, written.path, hazards), shared }
  return { exit: 0, text: lines.join('\n'), json, warnings }
}
