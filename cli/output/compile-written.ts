import type { Hazard } from '../../compiler/hazards/hazard.ts'
import type { Step } from '../../compiler/steps/step.ts'
import type { Draft } from '../../language/planning/drafts.ts'
import type { NextRevision } from '../../language/planning/next-revision.ts'
import type { NextChange } from '../../language/planning/plan-next.ts'
import { hazardJson } from './hazard-json.ts'
import type { Outcome } from './outcome.ts'
import type { Problem } from './problem.ts'
import { stepsJson, stepTexts } from './step-json.ts'

/** What `mig compile` found before it writes anything. */
export interface CompileReport {
  readonly change: NextChange
  readonly hazards: readonly Hazard[]
  readonly warnings: readonly Problem[]
  readonly drafts: readonly Draft[]
  readonly cwd: string
}

const SHOWN_STEPS = 30

/** What `mig compile` wrote: SQL of drafts, and the next revision if there was anything to plan. */
export function compileWritten(
  { hazards, warnings }: CompileReport,
  rendered: readonly string[],
  written: (NextRevision & { readonly path: string }) | undefined,
): Outcome {
  const lines = rendered.map(path => `rendered ${path}`)
  if (written) lines.push(`wrote ${written.path}`, ...stepLines(written.revision.steps))
  if (lines.length === 0) lines.push('nothing to do: the schema is what the revisions say')
  const json = { written: written ? revisionWritten(written, written.path, hazards) : null, rendered }
  return { exit: 0, text: lines.join('\n'), json, warnings }
}

/** One line for each step, cut where there are very many. */
export function stepLines(steps: readonly Step[]): readonly string[] {
  const shown = stepTexts(steps.slice(0, SHOWN_STEPS), steps)
  return steps.length > SHOWN_STEPS
    ? [...shown, `  … and ${steps.length - SHOWN_STEPS} more step${steps.length === SHOWN_STEPS + 1 ? '' : 's'}`]
    : shown
}

/** A revision that was written, or would be, for other programs. */
export function revisionWritten({ revision }: NextRevision, path: string, hazards: readonly Hazard[]): object {
  const { id, parents, steps } = revision
  return { id, path, parents, steps: stepsJson(steps), hazards: hazards.map(hazardJson) }
}
