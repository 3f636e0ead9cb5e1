import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { diff } from '../../compiler/diff/diff.ts'
import type { Schema } from '../../compiler/schema/schema.ts'
import { applySteps } from '../../compiler/steps/apply.ts'
import { describeStep } from '../../compiler/steps/describe.ts'
import { invertStep, invertSteps } from '../../compiler/steps/invert.ts'
import { lawSeed } from './law-seed.ts'
import { editSchema } from './random-edits.ts'
import { randomSchema } from './random-schema.ts'
import { Tape, tapes } from './tape.ts'

const runs = Number(process.env.MIG_LAW_RUNS ?? 500)
const pair = fc.tuple(tapes(150), tapes(80))

function build([first, second]: [readonly number[], readonly number[]]) {
  const before = randomSchema(new Tape(first))
  return { before, ...editSchema(before, new Tape(second)) }
}

/** What differs, in words, so that a failure can be read. */
function difference(a: Schema, b: Schema): readonly string[] {
  return diff(a, b).map(step => `${describeStep(step)} ${JSON.stringify(step)}`)
}

describe('the laws of a plan', () => {
  test('a schema differs in nothing from itself', () => {
    fc.assert(
      fc.property(tapes(150), tape => {
        const schema = randomSchema(new Tape(tape))
        expect(difference(schema, schema)).toEqual([])
      }),
      { numRuns: runs, seed: lawSeed },
    )
  })

  test('the fold of the plan is the wanted schema, and its inverse leads back', () => {
    fc.assert(
      fc.property(pair, tape => {
        const { before, after, hints } = build(tape)
        const steps = diff(before, after, hints)
        expect(difference(applySteps(before, steps), after)).toEqual([])
        expect(difference(applySteps(after, invertSteps(steps)), before)).toEqual([])
      }),
      { numRuns: runs, seed: lawSeed },
    )
  })

  test('a hint whose work is done does nothing', () => {
    fc.assert(
      fc.property(pair, tape => {
        const { after, hints } = build(tape)
        const cycles = new Set(
          hints.renames.filter(hint => hints.renames.some(other => other.in === hint.in && other.from === hint.to)),
        )
        const plain = { ...hints, renames: hints.renames.filter(hint => !cycles.has(hint)) }
        expect(diff(after, after, plain).map(describeStep)).toEqual([])
      }),
      { numRuns: runs, seed: lawSeed },
    )
  })

  test('a step inverted twice is the step', () => {
    fc.assert(
      fc.property(pair, tape => {
        const { before, after, hints } = build(tape)
        for (const step of diff(before, after, hints)) expect(invertStep(invertStep(step))).toEqual(step)
      }),
      { numRuns: runs, seed: lawSeed },
    )
  })
})
