import { labelsOn } from './branch.ts'
import { graphFailure, severalHeads, unknownRevision } from './failures.ts'
import type { RevisionGraph } from './graph.ts'
import { resolve, resolveOne } from './resolve.ts'

/** The parents of a revision that is to be made upon `targets`; they must be heads unless the line is to be split there. */
export function newParents(graph: RevisionGraph, targets: readonly string[], splice = false): readonly string[] {
  const parents = targets.flatMap(target => resolve(graph, target))
  const twice = parents.find((id, at) => parents.indexOf(id) !== at)
  if (twice !== undefined) {
    throw graphFailure('MIG312', `Revision ${twice} is named twice as a parent.`, 'Name each parent once.', [twice], 2)
  }
  const covered = splice ? undefined : parents.find(id => graph.children.get(id) !== undefined)
  if (covered === undefined) return parents
  const message = `Revision ${covered} is no head: ${graph.children.get(covered)![0]!} stands on it.`
  throw graphFailure('MIG311', message, 'Name a head, or give --splice to start a branch there.', [covered])
}

/** What `--needs` names: the label where a label was given, else the id. */
export function newNeeds(graph: RevisionGraph, targets: readonly string[]): readonly string[] {
  return targets.map(target => {
    const id = resolveOne(graph, target)
    if (id === undefined) throw unknownRevision(target, 'Name a revision or a label.')
    return labelsOn(graph, id).includes(target) ? target : id
  })
}

/** Throws unless the database is at exactly the heads. */
export function checkAtHeads(current: readonly string[], heads: readonly string[]): void {
  const there = new Set(current)
  if (there.size === heads.length && heads.every(id => there.has(id))) return
  const where = current.length === 0 ? 'base' : current.join(', ')
  throw graphFailure(
    'MIG313',
    `The database is at ${where}, not at ${heads.join(', ') || 'base'}.`,
    'Run `mig upgrade heads`.',
    [...current],
  )
}

/** The one head, or undefined where there is none; throws `severalHeads` when `argument` could be any of several. */
export function onlyHead(argument: string, heads: readonly string[]): string | undefined {
  if (heads.length > 1) throw severalHeads(argument, heads)
  return heads[0]
}
