import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { CyclicPlan } from '../../../compiler/diff/cyclic-plan.ts'
import { diff } from '../../../compiler/diff/diff.ts'
import { phaseOf } from '../../../compiler/diff/phases.ts'
import { tablesInTheWay } from '../../../compiler/diff/reused-names.ts'
import { StepGraph } from '../../../compiler/diff/step-graph.ts'
import type { Schema } from '../../../compiler/schema/schema.ts'
import { applySteps } from '../../../compiler/steps/apply.ts'
import { describeStep } from '../../../compiler/steps/describe.ts'
import { invertSteps } from '../../../compiler/steps/invert.ts'
import type { Step } from '../../../compiler/steps/step.ts'
import { lawSeed } from '../../laws/law-seed.ts'
import { editSchema } from '../../laws/random-edits.ts'
import { randomSchema } from '../../laws/random-schema.ts'
import { Tape, tapes } from '../../laws/tape.ts'
import { broken } from './planned.ts'
import { randomWorld } from './random-world.ts'

const worlds = fc.tuple(randomWorld, randomWorld)

/** The plan of two worlds, or why there is none. */
function planned(before: Schema, after: Schema): readonly Step[] | CyclicPlan {
  try {
    return diff(before, after)
  } catch (error) {
    if (error instanceof CyclicPlan) return error
    throw error
  }
}

describe('the laws of the order', () => {
  test('every step finds what it needs, and on the way back as well', () => {
    let orders = 0
    fc.assert(
      fc.property(worlds, ([before, after]) => {
        const steps = planned(before, after)
        if (steps instanceof CyclicPlan) return
        orders++
        expect(broken(steps, before, after)).toEqual([])
        expect(broken(invertSteps(steps), after, before)).toEqual([])
      }),
      { numRuns: 400, seed: lawSeed },
    )
    expect(orders).toBeGreaterThan(150)
  })

  test('a refused plan names steps each of which needs the next', () => {
    let refusals = 0
    fc.assert(
      fc.property(worlds, ([before, after]) => {
        const refusal = planned(before, after)
        if (!(refusal instanceof CyclicPlan)) return
        refusals++
        const { steps } = refusal
        const { graph } = new StepGraph(steps, { before, after })
        steps.forEach((_, at) => {
          expect(graph.strongNeeds(at)).toContain((at + 1) % steps.length)
        })
      }),
      { numRuns: 600, seed: 11 },
    )
    expect(refusals).toBeGreaterThan(0)
  })

  test('the steps lead where they should, and back', () => {
    fc.assert(
      fc.property(worlds, ([before, after]) => {
        const steps = planned(before, after)
        if (steps instanceof CyclicPlan) return
        expect(diff(applySteps(before, steps), after)).toEqual([])
        expect(diff(applySteps(after, invertSteps(steps)), before)).toEqual([])
      }),
      { numRuns: 150, seed: lawSeed },
    )
  })

  test('the same steps stand in the same order', () => {
    fc.assert(
      fc.property(worlds, ([before, after]) => {
        expect(planned(before, after)).toEqual(planned(before, after))
      }),
      { numRuns: 60, seed: lawSeed },
    )
  })

  test('phases say the order where nothing else does', () => {
    fc.assert(
      fc.property(fc.tuple(tapes(150), tapes(80)), ([first, second]) => {
        const before = randomSchema(new Tape(first))
        const { after, hints } = editSchema(before, new Tape(second))
        const steps = diff(before, after, hints).filter(step => !step.kind.startsWith('rename'))
        const early = tablesInTheWay(steps)
        const numbers = steps.map(step => phaseOf(step, after, early))
        const { graph } = new StepGraph(steps, { before, after })
        for (let at = 1; at < steps.length; at++) {
          if (numbers[at]! >= numbers[at - 1]!) continue
          const later = steps.findIndex((_, other) => other >= at && reaches(graph, other, at - 1))
          expect(later, `${describeStep(steps[at - 1]!)} stands too early`).not.toBe(-1)
        }
      }),
      { numRuns: 300, seed: lawSeed },
    )
  })
})

function reaches(graph: StepGraph['graph'], from: number, to: number, seen = new Set<number>()): boolean {
  if (seen.has(from)) return false
  seen.add(from)
  const needs = [...graph.strongNeeds(from), ...graph.weakNeeds(from)]
  return needs.includes(to) || needs.some(need => reaches(graph, need, to, seen))
}
