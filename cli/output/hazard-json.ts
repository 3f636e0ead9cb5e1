import type { Hazard } from '../../compiler/hazards/hazard.ts'

/** A hazard as `--json` prints it: what is to be written stands in its remedy, so the parts of that are left out. */
export function hazardJson({ fix: _fix, cause: _cause, ...hazard }: Hazard): Omit<Hazard, 'fix' | 'cause'> {
  return hazard
}
