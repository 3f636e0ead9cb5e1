import type { StepDefinition } from './definition.ts'
import { definitions } from './definitions/definitions.ts'
import type { Step } from './step.ts'

/** The definition of a step's kind. */
export function definitionOf(step: Step): StepDefinition<Step> {
  return definitions[step.kind] as StepDefinition<Step>
}
