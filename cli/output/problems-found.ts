import { MigError } from '../../compiler/failure.ts'
import { countProblems } from './print-problem.ts'
import { type Problem, problemJson } from './problem.ts'

/** A command cannot go on because of problems; each is printed at its place. */
export class ProblemsFound extends MigError {
  readonly problems: readonly Problem[]

  /** `where` completes the sentence "2 errors and 1 warning …": `in the schema`. */
  constructor(
    problems: readonly Problem[],
    where: string,
    remedy: string,
    facts: Readonly<Record<string, unknown>> = {},
  ) {
    const code = problems.find(problem => problem.severity === 'error')?.code ?? 'MIG400'
    const message = `${countProblems(problems.filter(problem => problem.settled !== true))} ${where}.`
    super({ code, message, remedy, facts: { ...facts, problems: problems.map(problemJson) }, exit: 1 })
    this.problems = problems
  }
}
