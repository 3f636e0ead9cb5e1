import type { DependencyGraph } from './dependency-graph.ts'

/**
 * The groups of things that need each other in circles, by strong edges alone, each in the order of their numbers
 * (Tarjan's strongly connected components, with a stack of its own).
 */
export function strongKnots(graph: DependencyGraph): readonly (readonly number[])[] {
  const index = new Int32Array(graph.size).fill(-1)
  const low = new Int32Array(graph.size)
  const next = new Int32Array(graph.size)
  const held = new Uint8Array(graph.size)
  const path: number[] = []
  const stack: number[] = []
  const knots: (readonly number[])[] = []
  let count = 0
  const enter = (thing: number) => {
    index[thing] = low[thing] = count++
    held[thing] = 1
    stack.push(thing)
    path.push(thing)
  }
  const finish = (thing: number) => {
    path.pop()
    const below = path.at(-1)
    if (below !== undefined) low[below] = Math.min(low[below]!, low[thing]!)
    if (low[thing] !== index[thing]) return
    const members = stack.splice(stack.lastIndexOf(thing))
    for (const member of members) held[member] = 0
    if (members.length > 1) knots.push(members.sort((a, b) => a - b))
  }
  for (let root = 0; root < graph.size; root++) {
    if (index[root] === -1) enter(root)
    for (let thing = path.at(-1); thing !== undefined; thing = path.at(-1)) {
      const need = graph.strongNeeds(thing)[next[thing]!++]
      if (need === undefined) finish(thing)
      else if (index[need] === -1) enter(need)
      else if (held[need] === 1) low[thing] = Math.min(low[thing]!, index[need]!)
    }
  }
  return knots.sort((a, b) => a[0]! - b[0]!)
}

/** A shortest circle through the first of some things that need each other: each needs the one after it, the last the first. */
export function circleIn(graph: DependencyGraph, knot: readonly number[]): readonly number[] {
  const start = knot[0]!
  const inside = new Set(knot)
  const reachedFrom = new Map<number, number>()
  for (let ring = [start]; ring.length > 0; ) {
    const further: number[] = []
    for (const thing of ring) {
      for (const need of graph.strongNeeds(thing)) {
        if (need === start) return walkBack(reachedFrom, start, thing)
        if (!inside.has(need) || reachedFrom.has(need)) continue
        reachedFrom.set(need, thing)
        further.push(need)
      }
    }
    ring = further
  }
  return knot
}

function walkBack(reachedFrom: ReadonlyMap<number, number>, start: number, last: number): readonly number[] {
  const circle: number[] = []
  for (let at: number | undefined = last; at !== undefined && at !== start; at = reachedFrom.get(at)) circle.push(at)
  return [start, ...circle.reverse()]
}
