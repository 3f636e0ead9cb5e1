import { MigError } from '../failure.ts'
import { describeStep } from '../steps/describe.ts'
import type { Step } from '../steps/step.ts'

/** Steps of which each needs the next one before it, and the last the first: no order fits. */
export class CyclicPlan extends MigError {
  readonly steps: readonly Step[]

  constructor(steps: readonly Step[]) {
    const told = steps.map(describeStep)
    super({
      code: 'MIG316',
      message: `No order fits: each of these needs the next one first: ${told.join(', ')}, and ${told[0]} again.`,
      remedy:
        'Take one of the uses (or a `depends on`) away, or make it in two revisions, the first without it. A body in `language plpgsql` may name what comes later.',
      facts: { steps: told },
      exit: 1,
    })
    this.name = 'CyclicPlan'
    this.steps = steps
  }
}
