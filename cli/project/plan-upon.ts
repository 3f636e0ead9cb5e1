import { CyclicPlan } from '../../compiler/diff/cyclic-plan.ts'
import { describeStep } from '../../compiler/steps/describe.ts'
import type { Loaded } from '../../language/load.ts'
import type { OpenHistory } from '../../language/planning/open-history.ts'
import { type NextChange, planNext } from '../../language/planning/plan-next.ts'
import { stepKeys, stepOwner } from '../../language/planning/step-keys.ts'
import type { Problem } from '../output/problem.ts'
import { ProblemsFound } from '../output/problems-found.ts'
import { revisionPlaces, schemaPlaces } from './object-places.ts'

/** Plans what leads from some revisions to the schema files; steps that need each other are told each at its place. */
export function planUpon(open: OpenHistory, loaded: Loaded, parents: readonly string[], cwd: string): NextChange {
  try {
    return planNext(open, loaded, parents)
  } catch (error) {
    if (!(error instanceof CyclicPlan)) throw error
    const problems = circleProblems(error, open, loaded, parents, cwd)
    throw new ProblemsFound(problems, 'in a circle: no order fits', error.remedy, { steps: error.facts.steps })
  }
}

function circleProblems(
  { code, steps }: CyclicPlan,
  open: OpenHistory,
  loaded: Loaded,
  parents: readonly string[],
  cwd: string,
): readonly Problem[] {
  const now = schemaPlaces(loaded, cwd)
  const before = revisionPlaces(open, parents, cwd)
  return steps.map((step, at) => {
    const keys = [...stepKeys(step).slice(0, 1), stepOwner(step) ?? '']
    const place = first(keys, now) ?? first(keys, before)
    const next = describeStep(steps[(at + 1) % steps.length]!)
    const message = `\`${describeStep(step)}\` needs \`${next}\` first.`
    return { code, severity: 'error', message, remedy: '', ...(place && { place }) }
  })
}

function first<T>(keys: readonly string[], find: (key: string) => T | undefined): T | undefined {
  for (const key of keys) {
    const found = find(key)
    if (found !== undefined) return found
  }
  return undefined
}
