import { describeStep } from '../../compiler/steps/describe.ts'
import { invertStep } from '../../compiler/steps/invert.ts'
import { lossOf } from '../../compiler/steps/loss.ts'
import type { Step, StepKind } from '../../compiler/steps/step.ts'

/** A step as `--json` prints it. */
export interface StepJson {
  readonly kind: StepKind
  readonly text: string
  /** Whether going up, or going down, loses data that the other direction cannot bring back. */
  readonly lossy: boolean
  readonly lossyDown: boolean
}

/** A step for other programs. */
export function stepJson(step: Step): StepJson {
  return {
    kind: step.kind,
    text: describeStep(step),
    lossy: lossOf(step) !== undefined,
    lossyDown: lossOf(invertStep(step)) !== undefined,
  }
}

/** A step for people: one line, with what it loses. */
export function stepLine(step: Step): string {
  const loss = lossOf(step)
  return `  ${describeStep(step)}${loss === undefined ? '' : `   (loses ${loss})`}`
}
