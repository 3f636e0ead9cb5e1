import type { MigError } from '../../compiler/failure.ts'
import type { Options } from '../command.ts'
import type { Colors } from './colors.ts'
import { isShown } from './is-shown.ts'
import { printProblem } from './print-problem.ts'
import { ProblemsFound } from './problems-found.ts'

/** A failure for people: one sentence with its code, and what to do; problems in files each at its place first. */
export function printFailure(failure: MigError, colors: Colors, options: Options = {}): string {
  if (failure instanceof ProblemsFound) {
    const shown = failure.problems.filter(problem => isShown(problem, options))
    const problems = shown.map(problem => printProblem(problem, colors))
    return [...problems, '', failure.message, failure.remedy].join('\n')
  }
  const { code, message, remedy } = failure
  return printProblem({ code, severity: 'error', message, remedy }, colors)
}

/** A failure as `--json` prints it: its code, message and remedy, and its facts by name. */
export function failureJson(failure: MigError): Readonly<Record<string, unknown>> {
  return { error: { code: failure.code, message: failure.message, remedy: failure.remedy, ...failure.facts } }
}
