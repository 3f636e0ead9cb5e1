import { MigError } from '../../../compiler/failure.ts'
import { heads as headsOf } from '../../../compiler/revisions/graph.ts'
import type { Problem } from '../../../compiler/revisions/problem.ts'
import { mergeConflicts, mixedProblems } from '../../planning/merge-conflicts.ts'
import { mergeRequest } from '../../planning/merge-request.ts'
import { openHistory } from '../../planning/open-history.ts'
import type { RevisionCheck } from './revision-check.ts'

/**
 * What keeps several heads from being joined, in the words in which `mig merge` refuses: at the step of either branch. Where they
 * can be joined: what somebody should look at before.
 */
export function conflictProblems({ history, path, targets }: RevisionCheck): readonly Problem[] {
  try {
    const open = openHistory(history, path)
    const heads = headsOf(open.graph)
    if (heads.length < 2) return []
    const request = mergeRequest(open, heads, targets)
    const conflicts = mergeConflicts(open, request)
    if (conflicts.length === 0) return mixedProblems(open, request)
    const remedy = `The branches must run one after the other: mig merge --rebase ${heads.at(-1)!} writes that one anew on top of the other.`
    return conflicts.flatMap(({ error, note }) => [
      { ...error, remedy },
      { ...error, remedy, file: note.file, line: note.line ?? 1 },
    ])
  } catch (error) {
    if (error instanceof MigError) return []
    throw error
  }
}
