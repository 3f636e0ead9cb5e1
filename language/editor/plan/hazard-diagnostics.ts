import type { Hazard } from '../../../compiler/hazards/hazard.ts'
import type { HazardFix } from '../../../compiler/hazards/hazard-fix.ts'
import { withoutOpenEnds } from '../../../compiler/hazards/open-questions.ts'
import { quoteName } from '../../../compiler/schema/name.ts'
import type { ObjectRanges } from './object-ranges.ts'
import type { HazardDiagnostic } from './plan-answer.ts'

/** The hazards of a plan that can be settled now as diagnostics, each on the line that brings it about. */
export function hazardDiagnostics(hazards: readonly Hazard[], ranges: ObjectRanges): readonly HazardDiagnostic[] {
  return withoutOpenEnds(hazards).map(hazard => {
    const { code, severity, object, message, remedy, targets, fix } = hazard
    const at = causeOf(hazard, ranges)
    const concerned = targets !== undefined && { targets }
    return {
      code,
      severity,
      message: targets === undefined ? message : `${message} (${targets.join(', ')})`,
      remedy,
      ...ranges.nameOf(at),
      object,
      at: ranges.standIn(at) ?? at,
      ...concerned,
      data: { object, ...concerned, ...fix },
    }
  })
}

function causeOf({ object, cause, fix }: Hazard, ranges: ObjectRanges): string {
  const wanted = newName(fix) ?? cause
  return wanted !== undefined && ranges.has(wanted) ? wanted : object
}

/** Where one thing may have become another, the line of the new one is where that is said. */
function newName(fix: HazardFix | undefined): string | undefined {
  if (fix?.fix !== 'rename or drop') return undefined
  return fix.in === undefined ? fix.to : `${fix.in}.${quoteName(fix.to)}`
}
