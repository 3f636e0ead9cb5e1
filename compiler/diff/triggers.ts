import type { Schema } from '../schema/schema.ts'
import { sameTrigger } from '../steps/same.ts'
import type { Step } from '../steps/step.ts'
import { compareMaps } from './compare.ts'

/** Triggers that come, go or change. */
export function diffTriggers(before: Schema, after: Schema): readonly Step[] {
  return compareMaps(before.triggers, after.triggers, sameTrigger, {
    added: trigger => [{ kind: 'create trigger', trigger }],
    dropped: trigger => [{ kind: 'drop trigger', trigger }],
    changed: (from, to) => [{ kind: 'alter trigger', from, to }],
  })
}
