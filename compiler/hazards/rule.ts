import type { Step } from '../steps/step.ts'
import type { Hazard } from './hazard.ts'
import type { PlanContext } from './plan-context.ts'

/** What a rule finds: a hazard without what its rule says for all of them. */
export type Finding = Omit<Hazard, 'code' | 'severity' | 'allowed'>

/** One sort of risk: how to find it, and what there is to know of it. */
export interface HazardRule {
  /** `MIG2nn`; never given to another rule. */
  readonly code: `MIG2${string}`
  /** Kebab-case, the name of its file. */
  readonly name: string
  readonly severity: Hazard['severity']
  /** One line, without a full stop. */
  readonly title: string
  /** Paragraphs for `mig explain` and the page of hazards, in Markdown. */
  readonly explain: readonly string[]
  readonly check: (step: Step, plan: PlanContext) => readonly Finding[]
}
