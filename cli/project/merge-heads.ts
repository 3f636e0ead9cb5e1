import { heads } from '../../compiler/revisions/graph.ts'
import { newParents } from '../../compiler/revisions/new-revision.ts'
import type { OpenHistory } from '../../language/planning/open-history.ts'
import { WrongUsage } from '../wrong-usage.ts'

/** The heads to join: those that are named, else all. Throws when a name is that of no head, or when only one is named. */
export function mergeHeads({ graph }: OpenHistory, named: readonly string[]): readonly string[] {
  if (named.length === 0) return heads(graph)
  const parents = newParents(graph, named)
  if (parents.length > 1 || named.includes('heads')) return parents
  throw new WrongUsage(
    `A merge joins two heads or more, and ${parents.length === 0 ? 'none is' : `only ${parents[0]!} is`} named.`,
    'Name them all, or none to join every head.',
    { revisions: parents },
  )
}
