import type { Diagnostic } from '../../diagnostic.ts'
import type { Parsed } from '../../parse.ts'
import { nodeAt } from '../node-at.ts'
import type { ProjectModel } from '../project-model.ts'
import type { Fix, FixAt } from './fix.ts'
import { REMEDIES } from './remedies.ts'
import { ALONE, type Surroundings } from './surroundings.ts'

/** The fixes of a diagnostic, the most likely first; of those that do the same, the first. */
export function fixesFor(
  model: ProjectModel,
  parsed: Parsed,
  diagnostic: Diagnostic,
  around: Surroundings = ALONE,
): readonly Fix[] {
  const remedy = REMEDIES[diagnostic.code]
  if (remedy === undefined || 'none' in remedy) return []
  const start = diagnostic.range.start.offset
  const end = diagnostic.range.end.offset
  const node = nodeAt(parsed.ast, start)
  const at: FixAt = { model, parsed, diagnostic, start, end, text: parsed.text.slice(start, end), node, around }
  const seen = new Set<string>()
  return remedy.fixes
    .flatMap(fixer => quietly(() => fixer(at)))
    .filter(({ title }) => !seen.has(title) && seen.add(title))
}

/** A text that is half written has nodes without their parts: what cannot be mended is left to the keyboard. */
function quietly(find: () => readonly Fix[]): readonly Fix[] {
  try {
    return find()
  } catch {
    return []
  }
}
