import type { Dialect } from '../../compiler/dialects/dialect.ts'
import type { Schema } from '../../compiler/schema/schema.ts'
import type { Step } from '../../compiler/steps/step.ts'
import { driftOf } from '../verify/drift.ts'
import { managedPart } from './managed-part.ts'
import { objectOf, type StepObject } from './object-of.ts'

/** Something in which a database differs from what is wanted, with the steps that would mend it. */
export interface Difference {
  readonly kind: 'missing' | 'different' | 'extra'
  readonly object: StepObject
  readonly steps: readonly Step[]
}

/** What differs, and the steps of all that is missing or different in the order in which they can run. */
export interface Comparison {
  readonly differences: readonly Difference[]
  readonly steps: readonly Step[]
}

/**
 * Compares what is there with what is wanted, both as `inspect` gives them. Whole objects that are not wanted are left alone;
 * a member that a wanted table has besides is `extra`, and no step takes it away.
 */
export function compareCatalogs(dialect: Pick<Dialect, 'name'>, live: Schema, wanted: Schema): Comparison {
  const steps = driftOf(dialect, managedPart(live, wanted), wanted)
  const groups = Map.groupBy(pairPrimaryKeys(steps), ({ object }) => `${object.word} ${object.key}`)
  const differences = [...groups.values()].map(differenceOf)
  const extra = new Set(differences.filter(({ kind }) => kind === 'extra').flatMap(difference => difference.steps))
  return { differences, steps: steps.filter(step => !extra.has(step)) }
}

interface Placed {
  readonly step: Step
  readonly object: StepObject
}

/** A table has one primary key: a wanted one takes the place of the one that is there, whatever that is called. */
function pairPrimaryKeys(steps: readonly Step[]): readonly Placed[] {
  const added = new Map<string, StepObject>()
  for (const step of steps) {
    const object = primaryOf(step, 'add constraint')
    if (object !== undefined) added.set(object.table, object)
  }
  return steps.flatMap(step => {
    const dropped = primaryOf(step, 'drop constraint')
    const object = (dropped && added.get(dropped.table)) ?? objectOf(step)
    return object === undefined ? [] : [{ step, object }]
  })
}

function primaryOf(step: Step, kind: 'add constraint' | 'drop constraint') {
  if (step.kind !== kind || step.constraint.kind !== 'primary') return undefined
  return { ...objectOf(step)!, table: JSON.stringify(step.table) }
}

function differenceOf(group: readonly Placed[]): Difference {
  const steps = group.map(({ step }) => step)
  const hows = new Set(steps.map(step => objectOf(step)!.how))
  const { object } = group.at(-1)!
  if (hows.size === 1 && hows.has('makes')) return { kind: 'missing', object, steps }
  if (hows.size === 1 && hows.has('drops')) return { kind: 'extra', object, steps }
  return { kind: 'different', object, steps }
}
