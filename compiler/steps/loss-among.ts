import { DIALECTS, type DialectName } from '../schema/dialect.ts'
import type { Schema } from '../schema/schema.ts'
import { lossOf } from './loss.ts'
import { isHandedOver } from './sequence-handover.ts'
import type { Step } from './step.ts'
import { withBaseTypes } from './with-base-types.ts'

/** What stands around a step: the steps that are run with it, and what the schema holds before and after them, where that is known. */
export interface Among {
  readonly steps: readonly Step[]
  readonly before?: Pick<Schema, 'objects'>
  readonly after?: Pick<Schema, 'objects'>
}

/** What a step loses, as `lossOf` says it, once it is known what else happens: a sequence hands over its number, a domain is made of a type. */
export function lossAmong(step: Step, among: Among, dialect?: DialectName): string | undefined {
  if (step.kind === 'alter column') {
    const { before, after } = among
    if (before === undefined || after === undefined) return lossOf(step, dialect)
    return lossOf(
      DIALECTS.reduce((one, name) => withBaseTypes(one, name, before, after), step),
      dialect,
    )
  }
  if (step.kind === 'drop object' && step.object.kind === 'sequence') {
    const { name } = step.object
    if (among.steps.some(one => isHandedOver(one, name))) return undefined
  }
  return lossOf(step, dialect)
}
