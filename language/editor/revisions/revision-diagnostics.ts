import type { History } from '../../../compiler/revisions/stored-revision.ts'
import type { Diagnostic } from '../../diagnostic.ts'
import { checkHistory } from '../../planning/check-history.ts'
import { conflictProblems } from './conflict-problems.ts'
import { editedProblems } from './edited-problems.ts'
import { ProblemPlaces } from './problem-places.ts'
import type { RevisionCheck } from './revision-check.ts'

/**
 * What `mig check` says of the revisions and their SQL, in all files of the folder, each at its place; and what keeps their heads from
 * being joined. A problem of a SQL file stands in its `revision.mig` too where only that is open.
 */
export function revisionDiagnostics(check: RevisionCheck): readonly Diagnostic[] {
  const targets = check.targets.join()
  const last = known.get(check.history)
  if (last?.targets === targets) return last.diagnostics
  const diagnostics = diagnose(check)
  known.set(check.history, { targets, diagnostics })
  return diagnostics
}

/** `HistoryReader` answers with the same object as long as nothing has changed. */
const known = new WeakMap<History, { readonly targets: string; readonly diagnostics: readonly Diagnostic[] }>()

function diagnose(check: RevisionCheck): readonly Diagnostic[] {
  const problems = checkHistory(check.history, check.path, check.targets)
  const places = new ProblemPlaces(check)
  const all = [...problems, ...editedProblems(check, problems), ...conflictProblems(check)]
  return all.flatMap(problem => places.diagnostics(problem))
}
