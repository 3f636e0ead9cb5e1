import type { ObjectRanges } from './object-ranges.ts'
import type { HazardDiagnostic, PlanLens } from './plan-answer.ts'

/** The lenses of the last plan at the places of today: a line that is half written does not make all others jump. */
export function standingLenses(lenses: readonly PlanLens[], ranges: ObjectRanges): readonly PlanLens[] {
  return lenses.map(lens => ({
    ...lens,
    ...(lens.object === undefined ? ranges.projectLine() : ranges.lineOf(lens.object)),
  }))
}

/** The hazards of the last plan at the places of today, as far as what they stand on can still be read. */
export function standingHazards(
  hazards: readonly HazardDiagnostic[],
  ranges: ObjectRanges,
): readonly HazardDiagnostic[] {
  return hazards.flatMap(hazard => (ranges.has(hazard.at) ? [{ ...hazard, ...ranges.nameOf(hazard.at) }] : []))
}
