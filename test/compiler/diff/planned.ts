import { expect } from 'vitest'
import { CyclicPlan } from '../../../compiler/diff/cyclic-plan.ts'
import { diff } from '../../../compiler/diff/diff.ts'
import { StepGraph } from '../../../compiler/diff/step-graph.ts'
import { strongKnots } from '../../../compiler/diff/strong-knots.ts'
import { nameText } from '../../../compiler/schema/name.ts'
import type { View } from '../../../compiler/schema/objects.ts'
import { EMPTY_SCHEMA, type Schema } from '../../../compiler/schema/schema.ts'
import { applySteps } from '../../../compiler/steps/apply.ts'
import { describeStep } from '../../../compiler/steps/describe.ts'
import { invertSteps } from '../../../compiler/steps/invert.ts'
import type { Step } from '../../../compiler/steps/step.ts'

/** The plan in words. */
export function plan(before: Schema, after: Schema): readonly string[] {
  return diff(before, after).map(describeStep)
}

/** The plan from nothing, which leads to the schema and back; dropping all leads to nothing. */
export function made(schema: Schema): readonly string[] {
  const steps = diff(EMPTY_SCHEMA, schema)
  expect(diff(applySteps(EMPTY_SCHEMA, steps), schema)).toEqual([])
  expect(diff(applySteps(schema, invertSteps(steps)), EMPTY_SCHEMA)).toEqual([])
  expect(diff(applySteps(schema, diff(schema, EMPTY_SCHEMA)), EMPTY_SCHEMA)).toEqual([])
  return steps.map(describeStep)
}

/** The steps that only fit where the bodies of functions are looked into later. */
export function inCircles(steps: readonly Step[], before: Schema, after: Schema): ReadonlySet<number> {
  return new Set(strongKnots(new StepGraph(steps, { before, after }).graph).flat())
}

/** What stands before something that it needs, by the strong edges that follow from the steps as they are. */
export function broken(steps: readonly Step[], before: Schema, after: Schema): readonly string[] {
  const { graph } = new StepGraph(steps, { before, after }, inCircles(steps, before, after))
  return steps.flatMap((step, at) =>
    graph
      .strongNeeds(at)
      .flatMap(need => (need > at ? [`${describeStep(step)} stands before ${describeStep(steps[need]!)}`] : [])),
  )
}

/** The plan to nothing. */
export function dropped(schema: Schema): readonly string[] {
  return plan(schema, EMPTY_SCHEMA)
}

/** A schema of views alone. */
export function withViews(...views: readonly View[]): Schema {
  return { ...EMPTY_SCHEMA, views: new Map(views.map(view => [nameText(view.name), view])) }
}

/** The refusal to order something. */
export function cycle(order: () => unknown): CyclicPlan {
  try {
    order()
  } catch (error) {
    if (error instanceof CyclicPlan) return error
    throw error
  }
  throw new Error('An order was found.')
}
