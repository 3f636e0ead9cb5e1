import { severalHeads, unknownRevision } from '../../compiler/revisions/failures.ts'
import type { RevisionGraph } from '../../compiler/revisions/graph.ts'
import { readRelative } from '../../compiler/revisions/relative.ts'
import { resolve } from '../../compiler/revisions/resolve.ts'
import { upgradeTargets } from '../../compiler/revisions/upgrade-path.ts'

/**
 * The one revision that a word names: whatever `resolve` knows, and also `ID-1`, `ID+1`, `LABEL@head-1`; `-1` counts down
 * from the head, `+1` up from where the database is. `current` is where it is, if it was asked.
 */
export function namedRevision(graph: RevisionGraph, word: string, current?: readonly string[]): string {
  const [id, ...others] = idsOf(graph, word, current)
  if (others.length > 0) throw severalHeads(word.replace(/heads$/, 'head'), [id!, ...others])
  if (id !== undefined) return id
  const nothing = word === 'current' ? 'The database is at no revision yet.' : 'base is where there is no revision yet.'
  throw unknownRevision(word, `${nothing} Name one that is there; see mig history.`)
}

/** Whether a word cannot be understood without knowing where the database is. */
export function asksForCurrent(word: string): boolean {
  return word === 'current' || /^(?:.+@)?\+\d+$/.test(word)
}

function idsOf(graph: RevisionGraph, word: string, current: readonly string[] | undefined): readonly string[] {
  const relative = readRelative(word)
  const counts = relative !== undefined && (relative.start !== undefined || relative.up)
  if (counts) return upgradeTargets(graph, () => current ?? [], word)
  return resolve(graph, word, current === undefined ? {} : { current })
}
