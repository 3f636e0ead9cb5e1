import { basename, join } from 'node:path'
import { rewriteFiles } from '../../compiler/revisions/folder.ts'
import type { DialectName } from '../../compiler/schema/dialect.ts'
import { type Draft, draftFiles } from '../../language/planning/drafts.ts'
import { folderOf, type OpenHistory } from '../../language/planning/open-history.ts'
import type { Problem } from '../output/problem.ts'
import { ProblemsFound } from '../output/problems-found.ts'
import { displayPath } from './display-path.ts'
import { fileProblems } from './file-problems.ts'

/** Throws `ProblemsFound` when a file that is to be rendered anew was edited by hand: only a person can say what is meant. */
export function refuseSpoilt(drafts: readonly Draft[], cwd: string): void {
  const problems = drafts.flatMap(draft => draft.spoilt)
  if (problems.length === 0) return
  throw new ProblemsFound(fileProblems(problems, cwd), 'in the migrations folder', 'Nothing was written.')
}

/** What there is to say of drafts: those that still wait to be filled in, and SQL that is rendered anew. */
export function draftWarnings(drafts: readonly Draft[], cwd: string): readonly Problem[] {
  return drafts.flatMap(({ stored, stale, empty }): Problem[] => {
    const place = { file: displayPath(cwd, stored.file) }
    const { id } = stored.revision
    if (empty)
      return [
        {
          code: 'MIG423',
          severity: 'warning',
          message: `Revision ${id} is still empty, so its SQL was not rendered.`,
          remedy: 'Fill in its sql step: SQL between the backticks, or none where there is nothing to do.',
          place,
        },
      ]
    if (stale.length === 0) return []
    return [
      {
        code: 'MIG424',
        severity: 'warning',
        message: `The steps of revision ${id}, or of one before it, have changed: ${stale.join(', ')} ${stale.length === 1 ? 'is' : 'are'} rendered anew.`,
        remedy: 'If it is applied anywhere, restore revision.mig and the SQL from version control instead.',
        place,
      },
    ]
  })
}

/**
 * Writes the SQL that is missing or stale; answers the paths of the files, as they are printed. What stands on others is
 * written first: if this does not get to its end, the next run finds the rest by what is below it.
 */
export function renderDrafts(
  open: OpenHistory,
  drafts: readonly Draft[],
  targets: readonly DialectName[],
  cwd: string,
): readonly string[] {
  const ready = drafts.filter(draft => !draft.empty)
  const files = ready.map(draft => draftFiles(open, draft, targets))
  for (let at = ready.length - 1; at >= 0; at--) {
    rewriteFiles(open.path, basename(folderOf(ready[at]!.stored)), files[at]!)
  }
  return ready.flatMap(({ stored, lacking, stale }, at) => {
    const named = Object.keys(files[at]!).filter(name => lacking.includes(name) || stale.includes(name))
    return named.map(name => displayPath(cwd, join(folderOf(stored), name)))
  })
}
