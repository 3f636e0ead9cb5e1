import { join } from 'node:path'
import { allowHazards } from '../../../../compiler/hazards/allow.ts'
import { listed } from '../../../../compiler/revisions/failures.ts'
import { heads as headsOf } from '../../../../compiler/revisions/graph.ts'
import { type Diagnostic, hasErrors } from '../../../diagnostic.ts'
import { mergeConflicts } from '../../../planning/merge-conflicts.ts'
import { mergeRequest } from '../../../planning/merge-request.ts'
import { type NextRevision, nextRevision } from '../../../planning/next-revision.ts'
import { openHistory } from '../../../planning/open-history.ts'
import { planMerge } from '../../../planning/plan-merge.ts'
import { newFile } from '../file-edits.ts'
import { readRevisions } from '../known-revisions.ts'
import type { RevisionActor, RevisionRemedy } from './revision-remedy.ts'

/** The revision that `mig merge` would write, where it would write one. */
export function mergeRevision(actor: RevisionActor, _diagnostic: Diagnostic): readonly RevisionRemedy[] {
  const made = plannedMerge(actor)
  if (made === undefined) return []
  const { next, path } = made
  const changes = Object.entries(next.files).flatMap(([name, text]) => newFile(join(path, next.folder, name), text))
  return [{ title: `Create a revision that merges ${listed(next.revision.parents)}`, changes, preferred: true }]
}

function plannedMerge({
  loaded: load,
  openText,
  created,
}: RevisionActor): { next: NextRevision; path: string } | undefined {
  const loaded = load()
  const path = loaded.project.migrations
  const targets = loaded.project.targets.map(({ dialect }) => dialect)
  const open = openHistory(readRevisions(path, openText), path)
  const heads = headsOf(open.graph)
  if (heads.length < 2) return undefined
  const request = mergeRequest(open, heads, targets)
  if (mergeConflicts(open, request).length > 0) return undefined
  let isMeant = false
  const { change } = planMerge(open, request, meant => {
    isMeant = meant
    return loaded
  })
  if (isMeant && hasErrors(loaded.diagnostics)) return undefined
  const { hazards, blocking } = allowHazards(change.hazards, [])
  if (blocking.length > 0) return undefined
  return { next: nextRevision(change, hazards, targets, { message: `merge ${listed(heads)}`, created }), path }
}
