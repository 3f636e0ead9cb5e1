import type { Schema } from '../schema/schema.ts'
import type { Step } from '../steps/step.ts'
import { CyclicPlan } from './cyclic-plan.ts'
import { loosenSteps } from './loosen-steps.ts'
import { phaseOf } from './phases.ts'
import { tablesInTheWay } from './reused-names.ts'
import { StepGraph } from './step-graph.ts'
import { circleIn, strongKnots } from './strong-knots.ts'

/**
 * The order in which steps can be made on a real database: by phase, then as given, but for a step that needs another,
 * which comes right before it. The way back is the same list from its end. Tables that need each other with functions are taken
 * apart where that is possible, then functions in a circle are made before what their bodies name. Throws a `CyclicPlan` where
 * that does not help either.
 */
export function orderSteps(steps: readonly Step[], before: Schema, after: Schema): readonly Step[] {
  const sides = { before, after }
  const phased = byPhase(steps, after)
  const found = new StepGraph(phased, sides)
  if (found.graph.isInOrder) return phased
  const knots = strongKnots(found.graph)
  if (knots.length === 0) return inOrder(phased, found)
  const loose = byPhase(loosenSteps(phased, knots, found), after)
  const again = new StepGraph(loose, sides)
  const left = strongKnots(again.graph)
  if (left.length === 0) return inOrder(loose, again)
  const last = new StepGraph(loose, sides, new Set(left.flat()))
  const [knot] = strongKnots(last.graph)
  if (knot !== undefined) throw new CyclicPlan(circleIn(last.graph, knot).map(at => loose[at]!))
  return inOrder(loose, last)
}

function inOrder(steps: readonly Step[], { graph }: StepGraph): readonly Step[] {
  return graph.order().map(at => steps[at]!)
}

function byPhase(steps: readonly Step[], after: Schema): readonly Step[] {
  const early = tablesInTheWay(steps)
  const phases: Step[][] = []
  for (const step of steps) {
    const phase = phaseOf(step, after, early)
    const list = phases[phase]
    if (list === undefined) phases[phase] = [step]
    else list.push(step)
  }
  return phases.flatMap(list => list ?? [])
}
