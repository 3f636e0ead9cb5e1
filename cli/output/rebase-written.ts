import type { RebasePlan } from '../project/plan-rebase.ts'
import { revisionWritten, stepLines } from './compile-written.ts'
import type { Outcome } from './outcome.ts'

/** What `mig merge --rebase` wrote and removed; `pathOf` gives the path of a folder as it is printed. */
export function rebaseWritten(
  { old, made, warnings }: RebasePlan,
  pathOf: (folder: string) => string,
  would: boolean,
): Outcome {
  const lines = old.flatMap(({ folder }, at) => {
    const next = made[at]
    const gone = `${would ? 'would remove' : 'removed'} ${pathOf(folder)}`
    if (next === undefined) return [gone, '  nothing of it is left to do']
    return [gone, `${would ? 'would write' : 'wrote'} ${pathOf(next.folder)}`, ...stepLines(next.revision.steps)]
  })
  const ids = old.map(({ revision }) => revision.id).join(', ')
  lines.push(
    `A database that has run ${ids} must undo that first, with the files that were removed: see docs/merging.md.`,
  )
  const rebased = old.map(({ revision, folder }, at) => {
    const next = made[at]
    const to = next === undefined ? null : revisionWritten(next, pathOf(next.folder), [])
    return { from: { id: revision.id, path: pathOf(folder) }, to }
  })
  return { exit: 0, text: lines.join('\n'), json: { written: null, rebased }, warnings }
}
