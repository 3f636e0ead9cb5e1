import type { MigError } from '../failure.ts'
import { graphFailure, listed, quoted } from './failures.ts'
import { bases, type RevisionGraph } from './graph.ts'

/** A revision that a walk reaches; undefined is `base`, where there is none. */
export type Spot = string | undefined

/** Who walks: what was typed, which way to choose at a fork, and whether the walk may stop early at an end. */
export interface WalkOptions {
  readonly choose?: (ids: readonly string[]) => readonly string[]
  readonly mayStop?: boolean
}

/** Goes `steps` revisions up from `start`, or down when negative; `typed` is what the messages call the target. */
export function walk(graph: RevisionGraph, start: Spot, steps: number, typed: string, options: WalkOptions = {}): Spot {
  let at = start
  for (let gone = 0; gone < Math.abs(steps); gone++) {
    if (steps < 0 && at === undefined) return stop(at, typed, Math.abs(steps), gone, options)
    const next = steps < 0 ? (graph.nodes.get(at!)?.parents ?? []) : above(graph, at, options)
    if (steps > 0 && next.length === 0) return stop(at, typed, steps, gone, options)
    if (next.length > 1) throw forked(typed, at, next, steps < 0)
    at = next[0]
  }
  return at
}

/** The failure of a count that leads past `base` or past a head. */
export function pastTheEnd(typed: string, wanted: number, there: number): MigError {
  const steps = there === 0 ? 'is no step' : there === 1 ? 'is only 1 step' : `are only ${there} steps`
  const message = `${quoted(typed)} goes ${wanted} ${wanted === 1 ? 'step' : 'steps'}, but there ${steps} to go.`
  return graphFailure('MIG305', message, 'Count less, or name `base`, `head` or an id.', [], 2)
}

function above(graph: RevisionGraph, at: Spot, options: WalkOptions): readonly string[] {
  const up = at === undefined ? bases(graph) : (graph.children.get(at) ?? [])
  return options.choose === undefined ? up : options.choose(up)
}

function stop(at: Spot, typed: string, wanted: number, gone: number, options: WalkOptions): Spot {
  if (options.mayStop) return at
  throw pastTheEnd(typed, wanted, gone)
}

function forked(typed: string, at: Spot, next: readonly string[], down: boolean): MigError {
  const where = at === undefined ? 'At base' : down ? `Below the merge ${at}` : `Above ${at}`
  const message = `${where} there are several ways to go for ${quoted(typed)}: ${listed(next)}.`
  return graphFailure('MIG304', message, 'Name the revision to go to.', at === undefined ? next : [at, ...next], 2)
}
