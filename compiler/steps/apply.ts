import { type Draft, draftOf, type Schema } from '../schema/schema.ts'
import { definitionOf } from './definition-of.ts'
import type { Step } from './step.ts'

/** Writes one step into a draft; throws a `MigError` (MIG310) when the draft is not what the step says it was. */
export function applyStep(draft: Draft, step: Step): void {
  definitionOf(step).apply(step, draft)
}

/** The schema after some steps. */
export function applySteps(schema: Schema, steps: readonly Step[]): Schema {
  const draft = draftOf(schema)
  for (const step of steps) applyStep(draft, step)
  return draft
}
