import { labelsOn } from './branch.ts'
import { graphFailure, listed, severalHeads, unknownRevision } from './failures.ts'
import { heads, type RevisionGraph } from './graph.ts'
import { resolve, resolveOne } from './resolve.ts'

/**
 * The parents of a revision that is to be made upon `targets`; they must be heads unless the line is to be split there.
 * `splice` is left out where the command cannot split one.
 */
export function newParents(graph: RevisionGraph, targets: readonly string[], splice?: boolean): readonly string[] {
  const parents = targets.flatMap(target => resolve(graph, target))
  const twice = parents.find((id, at) => parents.indexOf(id) !== at)
  if (twice !== undefined) {
    throw graphFailure('MIG312', `Revision ${twice} is named twice as a parent.`, 'Name each parent once.', [twice], 2)
  }
  const covered = splice === true ? undefined : parents.find(id => graph.children.get(id) !== undefined)
  if (covered === undefined) return parents
  const above = graph.children.get(covered)!
  const message = `Revision ${covered} is not a head: ${listed(above)} ${above.length === 1 ? 'stands' : 'stand'} on it.`
  const tips = heads(graph)
  const name = tips.length === 1 ? `Name the head, ${tips[0]}` : `Name one of the heads ${listed(tips)}`
  const branch =
    splice === undefined
      ? `. Only \`mig revision --head ${covered} --splice\` begins a branch there.`
      : ', or give --splice to begin a branch there.'
  throw graphFailure('MIG311', message, `${name}${branch}`, [covered])
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
