import type { Step } from '../steps/step.ts'

/** A step that has no way back, and the reason that its author gave. */
export interface Irreversible {
  /** 0-based. */
  readonly at: number
  readonly name: string
  readonly reason: string
}

/** The hand-written steps that say why they cannot be undone; an empty reason means that nothing is to be undone. */
export function irreversibleSteps(steps: readonly Step[]): readonly Irreversible[] {
  return steps.flatMap((step, at) =>
    step.kind === 'sql' && 'none' in step.down && step.down.none !== ''
      ? [{ at, name: step.name, reason: step.down.none }]
      : [],
  )
}
