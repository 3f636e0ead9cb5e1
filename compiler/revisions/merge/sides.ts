import type { RevisionGraph } from '../graph.ts'
import { ancestors } from '../reach.ts'
import { oldestFirst } from '../topological.ts'

/** The revisions that heads stand on, told apart. */
export interface Sides {
  /** What every head stands on. */
  readonly common: ReadonlySet<string>
  /**
   * Each two revisions of different branches of which neither stands on the other and that no revision joins yet, each after
   * all pairs below it.
   */
  readonly pairs: readonly (readonly [string, string])[]
}

/** Tells apart what the heads have in common and what is one's own. */
export function sidesOf(graph: RevisionGraph, heads: readonly string[]): Sides {
  const reached = heads.map(head => ancestors(graph, [head]))
  const [first = new Set<string>(), ...others] = reached
  const common = new Set([...first].filter(id => others.every(other => other.has(id))))
  const own = reached.map(all => oldestFirst(graph, all.difference(common)))
  const seen = new Set<string>()
  const pairs: (readonly [string, string])[] = []
  for (const [at, one] of own.entries()) {
    for (const [beyond, other] of own.slice(at + 1).entries()) {
      const there = reached[at + 1 + beyond]!
      const here = reached[at]!
      for (const a of one.filter(id => !there.has(id))) {
        for (const b of other.filter(id => !here.has(id))) {
          const key = a < b ? `${a} ${b}` : `${b} ${a}`
          if (!seen.has(key)) pairs.push([a, b])
          seen.add(key)
        }
      }
    }
  }
  return { common, pairs }
}
