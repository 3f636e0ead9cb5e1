import fc from 'fast-check'
import { afterAll, describe, expect, test } from 'vitest'
import { dialects } from '../../../compiler/dialects/dialects.ts'
import { CyclicPlan } from '../../../compiler/diff/cyclic-plan.ts'
import { diff } from '../../../compiler/diff/diff.ts'
import type { SequenceObject } from '../../../compiler/schema/objects/sequence.ts'
import { EMPTY_SCHEMA, type Schema } from '../../../compiler/schema/schema.ts'
import { applySteps } from '../../../compiler/steps/apply.ts'
import { describeStep } from '../../../compiler/steps/describe.ts'
import { invertSteps } from '../../../compiler/steps/invert.ts'
import type { Step } from '../../../compiler/steps/step.ts'
import { pgliteEngine } from '../../engines/pglite.ts'
import { inCircles } from './planned.ts'
import { randomWorld } from './random-world.ts'

const engine = await pgliteEngine()
afterAll(() => engine.close())

/** A world without what may wait in the SQL of a plan for what comes later: foreign keys and the owners of sequences. */
function withoutWaiting(world: Schema): Schema {
  const tables = [...world.tables].map(([key, table]) => {
    const constraints = table.constraints.filter(one => one.kind !== 'foreign')
    return [key, { ...table, constraints }] as const
  })
  const objects = [...world.objects].map(([key, object]) => {
    const { owner: _owner, ...free } = object as SequenceObject
    return [key, free] as const
  })
  return { ...world, tables: new Map(tables), objects: new Map(objects) }
}

function ways(
  before: Schema,
  after: Schema,
): { readonly first: readonly Step[]; readonly steps: readonly Step[] } | undefined {
  try {
    const last = diff(EMPTY_SCHEMA, after)
    const found = { first: diff(EMPTY_SCHEMA, before), steps: diff(before, after) }
    // What is in a circle cannot be made one by one.
    if (inCircles(last, EMPTY_SCHEMA, after).size + inCircles(found.first, EMPTY_SCHEMA, before).size > 0)
      return undefined
    return inCircles(found.steps, before, after).size > 0 ? undefined : found
  } catch (error) {
    if (error instanceof CyclicPlan) return undefined
    throw error
  }
}

/** Makes each step by itself, as if the plan ended behind it: nothing is put right further on. */
async function makeOneByOne(steps: readonly Step[], from: Schema): Promise<void> {
  let schema = from
  for (const [at, step] of steps.entries()) {
    try {
      await engine.run(dialects.postgres.render([step], schema))
    } catch (error) {
      const told = steps.map((one, number) => `${number === at ? '> ' : '  '}${describeStep(one)}`)
      throw new Error(`${(error as Error).message}\n${told.join('\n')}`)
    }
    schema = applySteps(schema, [step])
  }
}

describe('the order of a plan on Postgres', () => {
  test('each step can be made by itself, up and back', async () => {
    let made = 0
    const samples = fc.sample(fc.tuple(randomWorld, randomWorld), { numRuns: 60, seed: 5 })
    for (const [before, after] of samples.map(pair => pair.map(withoutWaiting) as [Schema, Schema])) {
      const found = ways(before, after)
      if (found === undefined) continue
      await engine.fresh()
      await makeOneByOne(found.first, EMPTY_SCHEMA)
      await makeOneByOne(found.steps, before)
      await makeOneByOne(invertSteps(found.steps), after)
      await makeOneByOne(invertSteps(found.first), before)
      made++
    }
    expect(made).toBeGreaterThan(20)
  })
})
