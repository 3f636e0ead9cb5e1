import { definitionOf } from './definition-of.ts'
import type { Step } from './step.ts'

/** The step that undoes `step`, made from itself alone. */
export function invertStep(step: Step): Step {
  return definitionOf(step).invert(step)
}

/** The way back: the inverted steps, last first. */
export function invertSteps(steps: readonly Step[]): readonly Step[] {
  return steps.map(invertStep).reverse()
}
