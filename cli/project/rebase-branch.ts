import { renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { listed } from '../../compiler/revisions/failures.ts'
import { writeRevision } from '../../compiler/revisions/folder.ts'
import { heads as headsOf } from '../../compiler/revisions/graph.ts'
import { resolveOne } from '../../compiler/revisions/resolve.ts'
import { folderOf, type OpenHistory } from '../../language/planning/open-history.ts'
import { WrongUsage } from '../wrong-usage.ts'
import type { RebasePlan } from './plan-rebase.ts'

/** The head of the branch to write anew, and the head to put it on: the other one, or the one that is named. */
export function rebaseEnds(open: OpenHistory, named: string, beside: readonly string[]): readonly [string, string] {
  const heads = headsOf(open.graph)
  const head = resolveOne(open.graph, named)
  if (head === undefined || !heads.includes(head)) {
    throw new WrongUsage(`${named} is not a head.`, `The heads are ${listed(heads)}.`, { heads })
  }
  const wanted = beside.length === 0 ? heads : beside.map(word => resolveOne(open.graph, word) ?? word)
  const others = wanted.filter(id => id !== head)
  const [onto] = others
  if (onto !== undefined && others.length === 1 && heads.includes(onto)) return [head, onto]
  const message =
    heads.length < 2 ? `There is no other head to put ${head} on.` : 'One other head is needed to put it on.'
  throw new WrongUsage(message, `Name it: mig merge --rebase ${head} REV. The heads are ${listed(heads)}.`, { heads })
}

/** Writes the new revisions, then removes the old ones, the newest first and each whole or not at all. */
export function rebaseBranch(open: OpenHistory, { old, made }: RebasePlan): void {
  for (const next of made) if (next !== undefined) writeRevision(open.path, next.revision, next.files)
  for (const stored of old.toReversed()) {
    const aside = join(open.path, `.mig-${process.pid}-${stored.revision.id}`)
    renameSync(folderOf(stored), aside)
    rmSync(aside, { recursive: true })
  }
}
