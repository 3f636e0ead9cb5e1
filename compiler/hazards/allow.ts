import type { Hazard } from './hazard.ts'

/** A hazard that somebody owns: `allow MIG204 users.phone 'the table is empty'`. */
export interface Owned {
  readonly code: string
  readonly object: string
  readonly reason: string
}

/** What became of hazards once those that are owned are set apart. */
export interface AllowedHazards {
  /** All of them, in their order; those that are owned carry the reason. */
  readonly hazards: readonly Hazard[]
  /** The errors that nobody owns: they stop `mig compile`. */
  readonly blocking: readonly Hazard[]
  /** What was allowed and is not there: most likely a mistake in the name. */
  readonly unused: readonly Owned[]
}

/** Matches what somebody owns against the hazards of a plan, by code and object. */
export function allowHazards(hazards: readonly Hazard[], owned: readonly Owned[]): AllowedHazards {
  const reasons = new Map(owned.map(one => [keyOf(one), one.reason]))
  const marked = hazards.map(hazard => {
    const allowed = reasons.get(keyOf(hazard))
    return allowed === undefined ? hazard : { ...hazard, allowed }
  })
  const there = new Set(hazards.map(keyOf))
  return {
    hazards: marked,
    blocking: marked.filter(hazard => hazard.severity === 'error' && hazard.allowed === undefined),
    unused: owned.filter(one => !there.has(keyOf(one))),
  }
}

function keyOf({ code, object }: Pick<Owned, 'code' | 'object'>): string {
  return `${code} ${object}`
}
