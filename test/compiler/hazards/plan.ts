import { diff } from '../../../compiler/diff/diff.ts'
import { type Hints, NO_HINTS } from '../../../compiler/diff/hints.ts'
import type { Hazard } from '../../../compiler/hazards/hazard.ts'
import { findHazards } from '../../../compiler/hazards/hazards.ts'
import type { DialectName } from '../../../compiler/schema/dialect.ts'
import type { Schema } from '../../../compiler/schema/schema.ts'
import type { Step } from '../../../compiler/steps/step.ts'
import { schema } from '../../build.ts'

const BOTH: readonly DialectName[] = ['postgres', 'sqlite']

/** The hazards of the way from one schema to another, as `mig compile` finds them. */
export function hazards(
  before: Schema,
  after: Schema,
  hints: Partial<Hints> = {},
  targets: readonly DialectName[] = BOTH,
): readonly Hazard[] {
  const all = { ...NO_HINTS, ...hints }
  return findHazards({ steps: diff(before, after, all), before, after, hints: all, targets })
}

/** The hazards of some steps on their own. */
export function hazardsOf(steps: readonly Step[], targets: readonly DialectName[] = BOTH): readonly Hazard[] {
  return findHazards({ steps, before: schema(), after: schema(), hints: NO_HINTS, targets })
}

/** `MIG204 users.phone` for each hazard. */
export function told(found: readonly Hazard[]): readonly string[] {
  return found.map(({ code, object }) => `${code} ${object}`)
}

/** The one hazard with that code. */
export function one(found: readonly Hazard[], code: string): Hazard {
  const hits = found.filter(hazard => hazard.code === code)
  if (hits.length !== 1) throw new Error(`${hits.length} hazards ${code} among ${told(found).join(', ')}`)
  return hits[0]!
}
