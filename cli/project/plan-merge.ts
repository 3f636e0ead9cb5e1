import { sharedObjects } from '../../compiler/revisions/merge/shared-objects.ts'
import type { DialectName } from '../../compiler/schema/dialect.ts'
import { hasErrors } from '../../language/diagnostic.ts'
import type { Context } from '../command.ts'
import type { Problem } from '../output/problem.ts'
import { mergeRequest, mixedProblems, refuseConflicts } from './merge-conflicts.ts'
import { type OpenHistory, schemaOf } from './open-history.ts'
import { openSchema, readSchema } from './open-schema.ts'
import { type NextChange, planNext } from './plan-next.ts'

/** The change that a merge carries, and what there is to know of it. */
export interface MergePlan {
  readonly change: NextChange
  /** The objects that more than one branch changed. */
  readonly shared: readonly string[]
  /** How many steps still lead to the schema files, where the merge does not carry them. */
  readonly pending: number
  readonly warnings: readonly Problem[]
}

/**
 * Plans a merge. Where no object was changed by more than one branch it carries nothing; else what leads to the schema
 * files, which say what is meant. Throws `ProblemsFound` when the branches do not go together.
 */
export function planMerge(
  open: OpenHistory,
  context: Context,
  heads: readonly string[],
  targets: readonly DialectName[],
): MergePlan {
  const request = mergeRequest(open, heads, targets)
  refuseConflicts(open, request, context.cwd)
  const warnings = mixedProblems(open, request, context.cwd)
  const shared = sharedObjects(request)
  if (shared.length > 0) {
    const { loaded, problems } = openSchema(context)
    return { change: planNext(open, loaded, heads), shared, pending: 0, warnings: [...problems, ...warnings] }
  }
  const { loaded } = readSchema(context)
  const schema = schemaOf(open, heads)
  const change = { parents: heads, steps: [], hazards: [], before: schema, after: schema }
  const pending = hasErrors(loaded.diagnostics) ? 0 : planNext(open, loaded, heads).steps.length
  return { change, shared, pending, warnings }
}
