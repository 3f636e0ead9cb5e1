import { displayPath } from '../project/display-path.ts'
import { folderOf } from '../project/open-history.ts'
import { type CompileReport, stepLines } from './compile-written.ts'
import type { Outcome } from './outcome.ts'
import { type Problem, problemJson } from './problem.ts'
import { stepJson } from './step-json.ts'

/** What `mig compile --check` found: nothing, or what somebody forgot to write. `file` is the schema file as printed. */
export function compilePending({ change, hazards, warnings, drafts, cwd }: CompileReport, file: string): Outcome {
  const { parents, steps } = change
  const findings: Problem[] = drafts.map(({ stored, lacking }) => ({
    code: 'MIG422',
    severity: 'error',
    message: `Revision ${stored.revision.id} lacks ${lacking.join(', ')}.`,
    remedy: 'Run mig compile and commit what it writes.',
    place: { file: displayPath(cwd, `${folderOf(stored)}/revision.mig`) },
  }))
  if (steps.length > 0) findings.push(notCompiled(steps.length, file))
  const json = {
    written: null,
    pending: steps.length === 0 ? null : { parents, steps: steps.map(stepJson), hazards },
    problems: findings.map(problemJson),
  }
  return { exit: findings.length === 0 ? 0 : 1, text: stepLines(steps).join('\n'), json, findings, warnings }
}

function notCompiled(steps: number, file: string): Problem {
  const what = steps === 1 ? 'a change that is' : `${steps} changes that are`
  return {
    code: 'MIG421',
    severity: 'error',
    message: `The schema has ${what} in no revision.`,
    remedy: "Run mig compile -m 'MESSAGE' and commit what it writes.",
    place: { file },
  }
}
