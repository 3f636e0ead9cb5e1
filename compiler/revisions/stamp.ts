import { graphFailure } from './failures.ts'
import type { RevisionGraph } from './graph.ts'
import { readRange } from './range.ts'
import { ancestors, descendants } from './reach.ts'
import { onLineage, resolve, resolveOne } from './resolve.ts'

/**
 * The revisions that a database is at after `mig stamp`: each target takes the place of the current ones on its line,
 * `base` removes those of its branch, and a target on a line of its own is added.
 */
export function stamped(
  graph: RevisionGraph,
  current: readonly string[],
  targets: readonly string[],
): readonly string[] {
  const start = current.flatMap(id => resolve(graph, id))
  const related = new Set(targets.flatMap(target => [...onLineage(graph, start, target, true)]))
  const to = targets.flatMap(target => resolve(graph, target))
  const rows = new Set(start)
  if (to.length === 0) for (const id of related) rows.delete(id)
  for (const id of to) {
    if (related.has(id)) continue
    const line = new Set([...ancestors(graph, [id]), ...descendants(graph, [id])])
    if ([...related].some(row => line.has(row))) for (const row of related) rows.delete(row)
    rows.add(id)
  }
  return [...rows]
}

/** Throws when `mig stamp` is told to purge a ledger that it cannot see. */
export function checkStamp({ sql, purge }: { readonly sql: boolean; readonly purge: boolean }): void {
  if (!sql || !purge) return
  const message = '`mig stamp --purge` needs a database, and --sql prints a script without one.'
  throw graphFailure('MIG315', message, 'Leave out one of the two.', [], 2)
}

/** The start and the targets of `mig stamp --sql`, where a target may be a range that says where the database is. */
export function readStampTargets(
  graph: RevisionGraph,
  targets: readonly string[],
): { readonly from: readonly string[]; readonly to: readonly string[] } {
  const ranges = targets.map(text => (text.includes(':') ? readRange(text) : { to: text }))
  const starts = [...new Set(ranges.flatMap(range => ('from' in range ? [range.from!] : [])))]
  if (starts.length > 1) {
    const message = `A stamp has one start, not ${starts.join(' and ')}.`
    throw graphFailure('MIG314', message, 'Begin each range at the same revision, or stamp in two scripts.', starts, 2)
  }
  const start = starts[0] === undefined ? undefined : resolveOne(graph, starts[0])
  return { from: start === undefined ? [] : [start], to: ranges.map(range => range.to ?? 'head') }
}
