import type { Draft } from '../../language/planning/drafts.ts'
import { displayPath } from '../project/display-path.ts'
import { draftWarnings } from '../project/drafts.ts'
import { fileProblems } from '../project/file-problems.ts'
import { type CompileReport, stepLines } from './compile-written.ts'
import { hazardJson } from './hazard-json.ts'
import type { Outcome } from './outcome.ts'
import { type Problem, problemJson } from './problem.ts'
import { stepsJson } from './step-json.ts'

/** What `mig compile --check` found: nothing, or what somebody forgot to write. `file` is the schema file as printed. */
export function compilePending({ change, hazards, warnings, drafts, cwd }: CompileReport, file: string): Outcome {
  const { parents, steps } = change
  const findings: Problem[] = drafts.flatMap(draft => draftProblems(draft, cwd))
  if (steps.length > 0) findings.push(notCompiled(steps.length, file))
  const json = {
    written: null,
    pending: steps.length === 0 ? null : { parents, steps: stepsJson(steps), hazards: hazards.map(hazardJson) },
    problems: findings.map(problemJson),
  }
  return { exit: findings.length === 0 ? 0 : 1, text: stepLines(steps).join('\n'), json, findings, warnings }
}

function draftProblems(draft: Draft, cwd: string): readonly Problem[] {
  if (draft.empty) return draftWarnings([draft], cwd).map(problem => ({ ...problem, severity: 'error' }))
  const { stored, lacking, stale, spoilt } = draft
  const remedy = 'Run mig compile and commit what it writes.'
  const place = { file: displayPath(cwd, stored.file) }
  const say = (code: string, message: string): Problem => ({ code, severity: 'error', message, remedy, place })
  const { id } = stored.revision
  return [
    ...(lacking.length === 0 ? [] : [say('MIG422', `Revision ${id} lacks ${lacking.join(', ')}.`)]),
    ...(stale.length === 0 ? [] : [say('MIG342', `The steps of revision ${id} no longer give ${stale.join(', ')}.`)]),
    ...fileProblems(spoilt, cwd),
  ]
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
