import type { DialectName } from '../../compiler/schema/dialect.ts'
import { mixedProblems } from '../../language/planning/merge-conflicts.ts'
import { mergeRequest } from '../../language/planning/merge-request.ts'
import type { OpenHistory } from '../../language/planning/open-history.ts'
import { type MergeChange, planMerge as planChange } from '../../language/planning/plan-merge.ts'
import type { Context } from '../command.ts'
import type { Problem } from '../output/problem.ts'
import { fileProblems } from './file-problems.ts'
import { refuseConflicts } from './merge-conflicts.ts'
import { openSchema, readSchema } from './open-schema.ts'

/** The change that a merge carries, and what there is to know of it. */
export interface MergePlan extends MergeChange {
  readonly warnings: readonly Problem[]
}

/** Plans a merge. Throws `ProblemsFound` when the branches do not go together, or when it needs schema files that have errors. */
export function planMerge(
  open: OpenHistory,
  context: Context,
  heads: readonly string[],
  targets: readonly DialectName[],
): MergePlan {
  const request = mergeRequest(open, heads, targets)
  refuseConflicts(open, request, context.cwd)
  const warnings = fileProblems(mixedProblems(open, request), context.cwd)
  let said: readonly Problem[] = []
  const change = planChange(open, request, isMeant => {
    const { loaded, problems } = isMeant ? openSchema(context) : readSchema(context)
    if (isMeant) said = problems
    return loaded
  })
  return { ...change, warnings: [...said, ...warnings] }
}
