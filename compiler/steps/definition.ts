import type { Draft } from '../schema/schema.ts'
import type { Step, StepKind, StepOf } from './step.ts'

/** What there is to know of one kind of step. */
export interface StepDefinition<S extends Step> {
  /** Writes the change into a draft; throws a `MigError` when the draft is not what the step says it was. */
  readonly apply: (step: S, draft: Draft) => void
  /** The step that undoes this one. */
  readonly invert: (step: S) => Step
  /** One line for people: `rename column workouts.reps_count to total_reps`. */
  readonly describe: (step: S) => string
}

/** The definitions of some kinds: one that is forgotten does not compile. */
export type StepDefinitions<K extends StepKind> = { readonly [P in K]: StepDefinition<StepOf<P>> }
