import type { Diagnostic } from '../../../diagnostic.ts'
import type { Parsed } from '../../../parse.ts'
import { nodeAt } from '../../node-at.ts'
import type { ProjectModel } from '../../project-model.ts'
import { spentHints } from '../../spent-hints.ts'
import type { Change } from '../text/change.ts'
import { withoutHint } from '../text/hint-changes.ts'

/** Takes all spent hints of a file away at once. */
export function removeAllSpent(
  model: ProjectModel,
  parsed: Parsed,
): { readonly count: number; readonly changes: readonly Change[] } | undefined {
  const found: readonly Diagnostic[] = spentHints(model).filter(({ file }) => file === parsed.file)
  const changes = found.flatMap(({ range }) =>
    withoutHint(parsed, nodeAt(parsed.ast, range.start.offset), range.start.offset, range.end.offset),
  )
  return changes.length === 0 ? undefined : { count: found.length, changes }
}
