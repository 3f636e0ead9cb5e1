import { ancestors } from '../../compiler/revisions/reach.ts'
import { oldestFirst } from '../../compiler/revisions/topological.ts'
import { invertSteps } from '../../compiler/steps/invert.ts'
import type { Step } from '../../compiler/steps/step.ts'
import { type OpenHistory, schemaOf } from './open-history.ts'
import type { Sides } from './revision-sql.ts'

/** Some steps and the schemas on both sides of them. */
export interface Way extends Sides {
  readonly steps: readonly Step[]
}

/**
 * The steps that lead a database from some revisions to others: those of the revisions that only the start has, undone,
 * newest first; then those that only the end has.
 */
export function stepsBetween(open: OpenHistory, from: readonly string[], to: readonly string[]): Way {
  const start = ancestors(open.graph, from)
  const end = ancestors(open.graph, to)
  const stepsOf = (id: string) => open.revisions.get(id)!.revision.steps
  const undone = oldestFirst(open.graph, start.difference(end)).toReversed()
  const done = oldestFirst(open.graph, end.difference(start))
  const steps = [...undone.flatMap(id => invertSteps(stepsOf(id))), ...done.flatMap(stepsOf)]
  return { steps, before: schemaOf(open, from), after: schemaOf(open, to) }
}
