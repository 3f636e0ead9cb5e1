import type { Hazard } from '../../compiler/hazards/hazard.ts'
import { withoutOpenEnds } from '../../compiler/hazards/open-questions.ts'
import type { Loaded } from '../../language/load.ts'
import type { Place, Problem } from '../output/problem.ts'
import { placesIn } from './diagnostic-problems.ts'

/** The hazards of a plan that can be settled now as problems, at the place of their object in the schema files, or of what held it. */
export function hazardProblems(hazards: readonly Hazard[], loaded: Loaded, cwd: string): readonly Problem[] {
  const places = placesIn(loaded, cwd)
  return withoutOpenEnds(hazards).map(hazard => {
    const place = placeOfObject(hazard.object, loaded, places)
    const targets = hazard.targets === undefined ? '' : ` (${hazard.targets.join(', ')})`
    const message = `${hazard.message}${targets}`
    const allowed = hazard.allowed !== undefined
    return {
      code: hazard.code,
      severity: allowed ? 'note' : hazard.severity,
      message: allowed ? `${message} Allowed: ${hazard.allowed}` : message,
      remedy: allowed ? '' : hazard.remedy,
      ...(place === undefined ? {} : { place }),
    }
  })
}

function placeOfObject(
  object: string,
  { schema, sources }: Loaded,
  places: ReturnType<typeof placesIn>,
): Place | undefined {
  for (let key = object; key !== ''; key = key.slice(0, Math.max(0, key.lastIndexOf('.')))) {
    const isAround = key !== object && schema.schemas.has(key)
    const source = isAround ? undefined : sources.objects.get(key)
    if (source) return places(source.file, source.range)
  }
  return undefined
}
