import { graphFailure, listed, quoted } from './failures.ts'
import { bases, type RevisionGraph } from './graph.ts'
import { ancestors, appliedHeads, descendants } from './reach.ts'
import { type RelativeTarget, readRelative } from './relative.ts'
import { onLineage, resolve, resolveBranch, resolveOne } from './resolve.ts'
import { newestFirst } from './topological.ts'
import { pastTheEnd, type Spot, walk } from './walk.ts'

interface DowngradeTarget {
  readonly branch?: string
  readonly spot: Spot
}

/**
 * The revisions to undo, in order, to bring a database from `current` down to `target`, which stays: those that stand on
 * others first, and all that needs what is undone. Where `-N` could begin at several revisions, it begins at the first of `current`.
 */
export function downgradePath(graph: RevisionGraph, current: readonly string[], target: string): readonly string[] {
  const start = current.flatMap(id => resolve(graph, id))
  const { branch, spot } = downgradeTarget(graph, start, target)
  const roots = rootsAbove(graph, spot, branch, target)
  const active = ancestors(graph, start)
  const undone = new Set([...descendants(graph, roots)].filter(id => active.has(id)))
  if (spot !== undefined && undone.size === 0 && !start.includes(spot)) throw notBelow(spot, start)
  return newestFirst(graph, undone)
}

/** Whether `-N` begins at the first of several revisions, which a person should be told. */
export function beginsAtFirst(current: readonly string[], target: string): boolean {
  const relative = readRelative(target)
  return (
    relative !== undefined && relative.start === undefined && relative.branch === undefined && new Set(current).size > 1
  )
}

function downgradeTarget(graph: RevisionGraph, current: readonly string[], target: string): DowngradeTarget {
  const relative = readRelative(target)
  if (relative !== undefined) return relativeTarget(graph, current, target, relative)
  const at = target.lastIndexOf('@')
  const spot = resolveOne(graph, target.slice(at + 1))
  return at > 0 ? { branch: target.slice(0, at), spot } : { spot }
}

function relativeTarget(
  graph: RevisionGraph,
  current: readonly string[],
  target: string,
  { branch, start, steps, up }: RelativeTarget,
): DowngradeTarget {
  const narrowed = branch === undefined ? {} : { branch }
  if (up || steps === 0) {
    if (start === undefined) throw pastTheEnd(target, Math.abs(steps), 0)
    const choose = branch === undefined ? {} : { choose: (ids: readonly string[]) => onLineage(graph, ids, branch) }
    const spot = walk(graph, resolveOne(graph, start), steps, target, choose)
    if (spot === undefined) throw pastTheEnd(target, 0, 0)
    return { ...narrowed, spot }
  }
  if (start !== undefined) {
    const from = resolveOne(graph, branch === undefined ? start : `${branch}@${start}`)
    return { ...narrowed, spot: walk(graph, from, steps, target) }
  }
  if (branch !== undefined)
    return { branch, spot: walk(graph, currentOn(graph, current, branch, target), steps, target) }
  const [first] = current
  if (first === undefined) throw pastTheEnd(target, Math.abs(steps), 0)
  return { branch: first, spot: walk(graph, first, steps, target) }
}

function currentOn(graph: RevisionGraph, current: readonly string[], branch: string, target: string): string {
  const direct = onLineage(graph, current, branch)
  const found = direct.length > 0 ? direct : onLineage(graph, appliedHeads(graph, ancestors(graph, current)), branch)
  if (found.length === 1) return found[0]!
  if (found.length > 1) {
    const message = `${quoted(target)} could begin at any of ${listed(found)}, where the database is.`
    throw graphFailure('MIG304', message, 'Name the revision to go to.', found, 2)
  }
  const message = `The database is at no revision of the branch ${quoted(branch)}.`
  throw graphFailure('MIG306', message, 'See `mig current` for where it is.', [...current])
}

/** The lowest revisions to undo: those right above the target, on the branch if one is named. */
function rootsAbove(graph: RevisionGraph, spot: Spot, branch: string | undefined, target: string): readonly string[] {
  const roots = spot === undefined ? bases(graph) : (graph.children.get(spot) ?? [])
  if (branch === undefined) return roots
  const anchor = resolveBranch(graph, branch)
  if (roots.length < 2) return roots
  const below = ancestors(graph, anchor === undefined ? [] : [anchor], false)
  const own = roots.filter(id => below.has(id))
  if (own.length > 0) return own
  const message = `Nothing of the branch ${quoted(branch)} stands on ${quoted(target)}.`
  throw graphFailure('MIG306', message, 'Name a revision of that branch, or leave the branch out.', [...roots])
}

function notBelow(spot: string, current: readonly string[]): Error {
  const where = current.length === 0 ? 'at base' : `at ${listed(current)}`
  const message = `The database is ${where}, which does not stand on ${spot}.`
  return graphFailure('MIG306', message, 'Name a revision that is applied; see `mig current`.', [spot, ...current])
}
