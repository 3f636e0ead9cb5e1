import { describeStep } from '../../compiler/steps/describe.ts'
import type { Step } from '../../compiler/steps/step.ts'

/** The message of a revision that nobody gave one: its first step, and how many more there are. */
export function chosenMessage(steps: readonly Step[]): string {
  const [first] = steps
  if (first === undefined) return ''
  return steps.length === 1 ? describeStep(first) : `${describeStep(first)} and ${steps.length - 1} more`
}
