import { graphFailure, listed } from './failures.ts'
import { downOf, type RevisionGraph } from './graph.ts'
import { ancestors, checkApart } from './reach.ts'
import { type RelativeTarget, readRelative } from './relative.ts'
import { onLineage, resolve, resolveOne } from './resolve.ts'
import { oldestFirst } from './topological.ts'
import { pastTheEnd, type Spot, type WalkOptions, walk } from './walk.ts'

/**
 * The revisions to run, in order, to bring a database from `current` up to `target`: parents and needs first. Nothing
 * when the target is there already. `current` may be all applied revisions' heads in any order.
 */
export function upgradePath(graph: RevisionGraph, current: readonly string[], target: string): readonly string[] {
  const start = current.flatMap(id => resolve(graph, id))
  const targets = upgradeTargets(graph, () => start, target)
  checkApart(graph, targets)
  checkApart(graph, start)
  const there = ancestors(graph, start)
  return oldestFirst(graph, new Set([...ancestors(graph, targets)].filter(id => !there.has(id))))
}

/** The revisions that the target of an upgrade names; `current` gives where `+N` counts from. */
export function upgradeTargets(
  graph: RevisionGraph,
  current: () => readonly string[],
  target: string,
  options: Pick<WalkOptions, 'mayStop'> = {},
): readonly string[] {
  const relative = readRelative(target)
  if (relative === undefined) return resolve(graph, target)
  if (relative.start === undefined && relative.steps <= 0) throw pastTheEnd(target, Math.abs(relative.steps), 0)
  const spot =
    relative.steps > 0 ? countUp(graph, current, target, relative, options) : down(graph, target, relative, options)
  return spot === undefined ? [] : [spot]
}

function countUp(
  graph: RevisionGraph,
  current: () => readonly string[],
  target: string,
  { start, branch, steps }: RelativeTarget,
  options: Pick<WalkOptions, 'mayStop'>,
): Spot {
  const from = start === undefined ? startOf(graph, current(), branch, target) : resolveOne(graph, start)
  const choose = branch === undefined ? {} : { choose: (ids: readonly string[]) => onLineage(graph, ids, branch) }
  return walk(graph, from, steps, target, { ...options, ...choose })
}

function down(graph: RevisionGraph, target: string, at: RelativeTarget, options: Pick<WalkOptions, 'mayStop'>): Spot {
  const from = resolveOne(graph, at.branch === undefined ? at.start! : `${at.branch}@${at.start!}`)
  return walk(graph, from, at.steps, target, options)
}

/** Where `+N` begins: the one current revision, on that branch if one is named, else where the branch leaves the current ones. */
function startOf(graph: RevisionGraph, current: readonly string[], branch: string | undefined, target: string): Spot {
  const starts = branch === undefined ? current : startsOn(graph, current, branch)
  if (starts.length < 2) return starts[0]
  const message = `'${target}' could begin at any of ${listed(starts)}, where the database is.`
  throw graphFailure('MIG304', message, 'Name the revision to go to, or a branch as in LABEL@+N.', starts, 2)
}

function startsOn(graph: RevisionGraph, current: readonly string[], branch: string): readonly string[] {
  const direct = onLineage(graph, current, branch)
  if (direct.length > 0) return direct
  const active = onLineage(graph, [...ancestors(graph, current)], branch)
  const below = new Set(active.flatMap(id => downOf(graph, id)))
  return active.filter(id => !below.has(id))
}
