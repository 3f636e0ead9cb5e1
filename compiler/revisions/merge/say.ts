import { describeStep } from '../../steps/describe.ts'
import type { Step } from '../../steps/step.ts'
import type { ConflictSide } from './conflict.ts'
import { touchedBy } from './touched.ts'

/** `b5fa6c4653db (add column users.age)`. */
export function sayStep({ revision, step }: ConflictSide): string {
  return step === undefined ? revision : `${revision} (${describeStep(step)})`
}

/** What a step is about, as narrowly as it can be said. */
export function sayObject(step: Step | undefined): string {
  const [touched] = step === undefined ? [] : touchedBy(step)
  return touched?.member ?? touched?.object ?? 'the schema'
}
