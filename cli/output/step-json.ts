import { describeStep } from '../../compiler/steps/describe.ts'
import { invertSteps } from '../../compiler/steps/invert.ts'
import { lossAmong } from '../../compiler/steps/loss-among.ts'
import type { Step, StepKind } from '../../compiler/steps/step.ts'

/** A step as `--json` prints it. */
export interface StepJson {
  readonly kind: StepKind
  readonly text: string
  /** Whether going up, or going down, loses data that the other direction cannot bring back. */
  readonly lossy: boolean
  readonly lossyDown: boolean
}

/** The steps of a plan for other programs. */
export function stepsJson(steps: readonly Step[]): readonly StepJson[] {
  const down = { steps: invertSteps(steps) }
  return steps.map((step, at) => ({
    kind: step.kind,
    text: describeStep(step),
    lossy: lossAmong(step, { steps }) !== undefined,
    lossyDown: lossAmong(down.steps.at(-1 - at)!, down) !== undefined,
  }))
}

/** Some steps of a plan for people: one line each, with what it loses. `all` are those of the whole plan. */
export function stepTexts(steps: readonly Step[], all: readonly Step[] = steps): readonly string[] {
  return steps.map(step => {
    const loss = lossAmong(step, { steps: all })
    return `  ${describeStep(step)}${loss === undefined ? '' : `   (loses ${loss})`}`
  })
}
