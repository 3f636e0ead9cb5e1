import type { Step } from '../../steps/step.ts'
import type { ConflictSide } from './conflict.ts'
import type { Side } from './side.ts'
import { touchedBy } from './touched.ts'

/** The last step of a revision that touches what another step touches: the same member if there is one, else the same object. */
export function blame(side: Side, other: Step | undefined): ConflictSide {
  const keys = other === undefined ? [] : touchedBy(other).flatMap(({ object, member }) => member ?? object)
  return blameFor(side, keys)
}

/** The last step of a revision that touches one of some objects or members. */
export function blameFor(side: Side, keys: readonly string[]): ConflictSide {
  const exact = side.steps.findLastIndex(step =>
    touchedBy(step).some(({ object, member }) => keys.includes(member ?? object)),
  )
  if (exact >= 0) return sideAt(side, exact)
  const near = side.steps.findLastIndex(step =>
    touchedBy(step).some(({ object }) => keys.some(key => isOf(key, object))),
  )
  return sideAt(side, near)
}

/** A revision in a conflict, with one of its steps; a negative number is none. */
export function sideAt({ stored, steps }: Side, at: number): ConflictSide {
  const revision = stored.revision.id
  const step = steps[at]
  return step === undefined ? { revision } : { revision, at, step }
}

/** Whether a key is that of an object, or of a member of it. */
function isOf(key: string, object: string): boolean {
  return key === object || key.startsWith(`${object}.`)
}
