import { MigError } from '../../failure.ts'
import { draftOf, type Schema } from '../../schema/schema.ts'
import { applyStep } from '../../steps/apply.ts'
import type { Step } from '../../steps/step.ts'

/** The schema after some steps, or the first of them that does not fit. */
export type Ran =
  | { readonly schema: Schema; readonly failed?: undefined }
  | { readonly failed: { readonly at: number; readonly error: MigError } }

/** Applies steps as far as they fit. */
export function runSteps(before: Schema, steps: readonly Step[]): Ran {
  const draft = draftOf(before)
  for (const [at, step] of steps.entries()) {
    try {
      applyStep(draft, step)
    } catch (error) {
      if (error instanceof MigError) return { failed: { at, error } }
      throw error
    }
  }
  return { schema: draft }
}
