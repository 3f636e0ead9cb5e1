import type { MergeRequest } from '../../compiler/revisions/merge/request.ts'
import { type MergeConflict, mergeConflicts } from '../../language/planning/merge-conflicts.ts'
import type { OpenHistory } from '../../language/planning/open-history.ts'
import type { Problem } from '../output/problem.ts'
import { ProblemsFound } from '../output/problems-found.ts'
import { fileProblems } from './file-problems.ts'

/** Throws `ProblemsFound` when branches do not go together: each conflict stands at both revisions. */
export function refuseConflicts(
  open: OpenHistory,
  request: MergeRequest,
  cwd: string,
  done = 'Nothing was written.',
): void {
  const conflicts = mergeConflicts(open, request)
  if (conflicts.length === 0) return
  const problems = conflicts.flatMap(conflict => conflictProblems(conflict, cwd))
  const facts = { conflicts: conflicts.map(conflictJson(open)) }
  const [at] = request.heads.slice(-1)
  const how = `${done} The branches must run one after the other: write the revisions of one of them, which no database but your own has run, anew on top of the other: mig merge --rebase ${at}. See docs/merging.md.`
  throw new ProblemsFound(problems, 'in the way of a merge', how, facts)
}

function conflictProblems({ error, note }: MergeConflict, cwd: string): readonly Problem[] {
  const [there, other] = fileProblems([error, note], cwd)
  return [there!, { ...other!, severity: 'note' }]
}

function conflictJson(open: OpenHistory): (conflict: MergeConflict) => object {
  return ({ code, conflict: { object, sides, message } }) => ({
    code,
    object,
    revisions: sides.map(side => side.revision),
    files: sides.map(side => open.revisions.get(side.revision)!.folder),
    message,
  })
}
