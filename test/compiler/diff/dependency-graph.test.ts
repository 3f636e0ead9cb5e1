import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { DependencyGraph } from '../../../compiler/diff/dependency-graph.ts'
import { circleIn, strongKnots } from '../../../compiler/diff/strong-knots.ts'

type Edge = readonly [first: number, then: number]

function graphOf(size: number, strong: readonly Edge[], weak: readonly Edge[] = []): DependencyGraph {
  const graph = new DependencyGraph(size)
  for (const [first, then] of strong) graph.add(first, then)
  for (const [first, then] of weak) graph.add(first, then, true)
  return graph
}

const sizes = fc.integer({ min: 1, max: 14 })
const edgesOf = (size: number) =>
  fc.array(fc.tuple(fc.nat(size - 1), fc.nat(size - 1)), { maxLength: size * 3 }) as fc.Arbitrary<readonly Edge[]>

/** Strong edges without a circle, since they all lead one way along a shuffled line; weak ones as they come. */
const graphs = sizes.chain(size =>
  fc.record({
    size: fc.constant(size),
    line: fc.shuffledSubarray(
      Array.from({ length: size }, (_, at) => at),
      { minLength: size },
    ),
    strong: edgesOf(size),
    weak: edgesOf(size),
  }),
)

function along(line: readonly number[], edges: readonly Edge[]): readonly Edge[] {
  return edges.flatMap(([a, b]): Edge[] => (a === b ? [] : a < b ? [[line[a]!, line[b]!]] : [[line[b]!, line[a]!]]))
}

function broken(order: readonly number[], edges: readonly Edge[]): readonly Edge[] {
  const place = new Map(order.map((thing, at) => [thing, at]))
  return edges.filter(([first, then]) => first !== then && place.get(first)! > place.get(then)!)
}

/** Whether a thing leads back to itself, found by trying every path. */
function reaches(edges: readonly Edge[], from: number, to: number, seen = new Set<number>()): boolean {
  return edges.some(([first, then]) => {
    if (first !== from || seen.has(then)) return false
    if (then === to) return true
    seen.add(then)
    return reaches(edges, then, to, seen)
  })
}

describe('the order of a graph', () => {
  test('holds everything once and respects every strong edge', () => {
    fc.assert(
      fc.property(graphs, ({ size, line, strong, weak }) => {
        const edges = along(line, strong)
        const order = graphOf(size, edges, weak).order()
        expect([...order].sort((a, b) => a - b)).toEqual(Array.from({ length: size }, (_, at) => at))
        expect(broken(order, edges)).toEqual([])
      }),
      { numRuns: 2000 },
    )
  })

  test('respects every weak edge as long as nothing is against it', () => {
    fc.assert(
      fc.property(graphs, ({ size, line, strong, weak }) => {
        const wishes = along(line, weak)
        const edges = along(line, strong)
        expect(broken(graphOf(size, edges, wishes).order(), [...edges, ...wishes])).toEqual([])
      }),
      { numRuns: 1000 },
    )
  })

  test('gives up a weak edge only when a circle goes through it', () => {
    fc.assert(
      fc.property(graphs, ({ size, line, strong, weak }) => {
        const edges = along(line, strong)
        const order = graphOf(size, edges, weak).order()
        const all = [...edges, ...weak]
        for (const [first, then] of broken(order, weak)) expect(reaches(all, then, first)).toBe(true)
      }),
      { numRuns: 1000 },
    )
  })

  test('is the order of the numbers where nothing says otherwise, and always the same', () => {
    fc.assert(
      fc.property(graphs, ({ size, line, strong, weak }) => {
        const numbers = Array.from({ length: size }, (_, at) => at)
        expect(graphOf(size, along(numbers, strong), along(numbers, weak)).order()).toEqual(numbers)
        const edges = along(line, strong)
        expect(graphOf(size, edges, weak).order()).toEqual(graphOf(size, edges, weak).order())
      }),
    )
  })

  test('puts what is needed right before what needs it', () => {
    expect(graphOf(5, [[4, 1]]).order()).toEqual([0, 4, 1, 2, 3])
    expect(graphOf(4, [[3, 0], [2, 3]]).order()).toEqual([2, 3, 0, 1]) // biome-ignore format: one line
  })

  test('cuts a circle of weak edges at its first member', () => {
    expect(graphOf(3, [], [[0, 2], [2, 0]]).order()).toEqual([2, 0, 1]) // biome-ignore format: one line
  })

  test('leaves what was only wished for when something in it needs what is open', () => {
    expect(graphOf(4, [[0, 2], [2, 3]], [[3, 0], [1, 0]]).order()).toEqual([1, 0, 2, 3]) // biome-ignore format: one line
  })

  test('walks long chains without a stack of calls', () => {
    const size = 200_000
    const graph = new DependencyGraph(size)
    for (let at = 1; at < size; at++) graph.add(at, at - 1, at % 3 === 0)
    expect(graph.order()[0]).toBe(size - 1)
    expect(strongKnots(graph)).toEqual([])
  })
})

describe('the knots of a graph', () => {
  test('are the things that need each other, and the circle in one is a circle', () => {
    fc.assert(
      fc.property(
        sizes.chain(size => fc.tuple(fc.constant(size), edgesOf(size))),
        ([size, edges]) => {
          const graph = graphOf(size, edges)
          const knots = strongKnots(graph)
          const knotOf = new Map(knots.flatMap(knot => knot.map(thing => [thing, knot] as const)))
          const plain = edges.filter(([first, then]) => first !== then)
          for (let a = 0; a < size; a++) {
            for (let b = 0; b < size; b++) {
              if (a === b) continue
              const tied = reaches(plain, a, b) && reaches(plain, b, a)
              expect(knotOf.get(a) !== undefined && knotOf.get(a) === knotOf.get(b)).toBe(tied)
            }
          }
          for (const knot of knots) {
            const circle = circleIn(graph, knot)
            expect(circle[0]).toBe(knot[0])
            circle.forEach((thing, at) => {
              expect(graph.strongNeeds(thing)).toContain(circle[(at + 1) % circle.length])
            })
          }
        },
      ),
      { numRuns: 1000 },
    )
  })
})
