import { definitionOf } from './definition-of.ts'
import type { Step } from './step.ts'

/** One line that names a step for people: `rename column workouts.reps_count to total_reps`. */
export function describeStep(step: Step): string {
  return definitionOf(step).describe(step)
}
