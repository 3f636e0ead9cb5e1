import type { Hazard } from './hazard.ts'
import { type Plan, readPlan } from './plan-context.ts'
import { RULES } from './rules.ts'

/** Every hazard of a plan, in the order of the steps and then of the rules; one that several steps share is told once. */
export function findHazards(plan: Plan): readonly Hazard[] {
  const context = readPlan(plan)
  const found = new Map<string, Hazard>()
  for (const step of plan.steps) {
    for (const { code, severity, check } of RULES) {
      for (const finding of check(step, context)) {
        const key = `${code} ${finding.object}`
        if (!found.has(key)) found.set(key, { code, severity, ...finding })
      }
    }
  }
  return [...found.values()]
}
