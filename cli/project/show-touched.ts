import type { Step } from '../../compiler/steps/step.ts'
import type { Loaded } from '../../language/load.ts'
import { stepKeys } from '../../language/planning/step-keys.ts'
import type { Problem } from '../output/problem.ts'
import { displayPath } from './display-path.ts'

/** Unsettles the notes on lines that a step touches: whoever makes the change has not read them yet. */
export function showTouched(
  problems: readonly Problem[],
  { sources }: Pick<Loaded, 'sources'>,
  steps: readonly Step[],
  cwd: string,
): readonly Problem[] {
  if (!problems.some(problem => problem.settled)) return problems
  const touched = new Set<string>()
  for (const key of steps.flatMap(stepKeys)) {
    const source = sources.objects.get(key)
    if (source !== undefined) touched.add(`${displayPath(cwd, source.file)}:${source.range.start.line + 1}`)
  }
  return problems.map(problem => {
    const { settled: _settled, ...fresh } = problem
    return touched.has(`${problem.place?.file}:${problem.place?.line}`) ? fresh : problem
  })
}
