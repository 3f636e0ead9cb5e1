const WAITING = 0
const OPEN = 1
const PLACED = 2

/**
 * What must stand before what, among things that are numbered in the order in which they would stand if nothing else
 * were said. A strong edge holds always; a weak one as long as no strong one is against it.
 */
export class DependencyGraph {
  readonly size: number
  /** Pairs of numbers, one after the other. */
  readonly #strong: number[] = []
  readonly #weak: number[] = []
  #isInOrder = true
  #strongNeeds: readonly (readonly number[] | undefined)[] | undefined
  #weakNeeds: readonly (readonly number[] | undefined)[] | undefined

  constructor(size: number) {
    this.size = size
  }

  /** Whether the things stand right as they are numbered. */
  get isInOrder(): boolean {
    return this.#isInOrder
  }

  /** Says that `first` must stand before `then`. */
  add(first: number, then: number, weak = false): void {
    if (first === then) return
    if (first > then) this.#isInOrder = false
    const edges = weak ? this.#weak : this.#strong
    edges.push(first, then)
  }

  /** What must stand before a thing, always; asked once all is said. */
  strongNeeds(thing: number): readonly number[] {
    this.#strongNeeds ??= byThing(this.#strong)
    return this.#strongNeeds[thing] ?? NOTHING
  }

  /** What should stand before a thing. */
  weakNeeds(thing: number): readonly number[] {
    this.#weakNeeds ??= byThing(this.#weak)
    return this.#weakNeeds[thing] ?? NOTHING
  }

  /**
   * The numbers in an order that respects every strong edge, as long as these form no cycle: each thing in its turn, right
   * behind what it needs and what has not come yet. Weak edges that close a cycle are cut where the walk meets them.
   */
  order(): readonly number[] {
    return this.#isInOrder ? Array.from({ length: this.size }, (_, thing) => thing) : new Walk(this).order()
  }
}

const NOTHING: readonly number[] = []

function byThing(edges: readonly number[]): readonly (readonly number[] | undefined)[] {
  const needs: number[][] = []
  for (let at = 0; at < edges.length; at += 2) {
    const first = edges[at]!
    const then = edges[at + 1]!
    const known = needs[then]
    if (known === undefined) needs[then] = [first]
    else known.push(first)
  }
  return needs
}

/** A depth-first walk over a graph, with a stack of its own: chains can be as long as a schema has tables. */
class Walk {
  readonly #graph: DependencyGraph
  readonly #state: Uint8Array
  /** How many strong and weak needs of a thing are dealt with. */
  readonly #strongSeen: Int32Array
  readonly #weakSeen: Int32Array
  /** The open thing that one which had to be left waits for. */
  readonly #waitsFor: Int32Array
  readonly #stack: number[] = []
  /** Whether each thing on the stack was only wished for by the one below it. */
  readonly #wished: boolean[] = []
  readonly #order: number[] = []

  constructor(graph: DependencyGraph) {
    this.#graph = graph
    this.#state = new Uint8Array(graph.size)
    this.#strongSeen = new Int32Array(graph.size)
    this.#weakSeen = new Int32Array(graph.size)
    this.#waitsFor = new Int32Array(graph.size).fill(-1)
  }

  order(): readonly number[] {
    for (let root = 0; root < this.#graph.size; root++) {
      if (this.#state[root] === WAITING) this.#open(root, true)
      for (let top = this.#stack.at(-1); top !== undefined; top = this.#stack.at(-1)) this.#advance(top)
    }
    return this.#order
  }

  #advance(top: number): void {
    const next = this.#nextNeed(top) ?? this.#nextWish(top)
    if (next !== undefined) {
      const obstacle = this.#obstacle(next)
      if (obstacle === undefined) this.#open(next, this.#strongSeen[top] === this.#graph.strongNeeds(top).length)
      else this.#leave(obstacle)
      return
    }
    this.#state[top] = PLACED
    this.#order.push(top)
    this.#pop()
  }

  /** The next thing that must be placed before this one. */
  #nextNeed(thing: number): number | undefined {
    const needs = this.#graph.strongNeeds(thing)
    for (; this.#strongSeen[thing]! < needs.length; this.#strongSeen[thing]!++) {
      const need = needs[this.#strongSeen[thing]!]!
      if (this.#state[need] !== PLACED) return need
    }
    return undefined
  }

  /** The next thing that should be placed before this one and can be; the others are given up. */
  #nextWish(thing: number): number | undefined {
    const wishes = this.#graph.weakNeeds(thing)
    while (this.#weakSeen[thing]! < wishes.length) {
      const wish = wishes[this.#weakSeen[thing]!++]!
      if (this.#state[wish] === WAITING && this.#obstacle(wish) === undefined) return wish
    }
    return undefined
  }

  /** The open thing before which `thing` cannot be placed, as far as that is known. */
  #obstacle(thing: number): number | undefined {
    if (this.#state[thing] === OPEN) return thing
    const waitsFor = this.#waitsFor[thing]!
    return this.#state[thing] === WAITING && waitsFor >= 0 && this.#state[waitsFor] === OPEN ? waitsFor : undefined
  }

  #open(thing: number, wished: boolean): void {
    this.#state[thing] = OPEN
    this.#stack.push(thing)
    this.#wished.push(wished)
  }

  #pop(): boolean {
    this.#stack.pop()
    return this.#wished.pop()!
  }

  /** Leaves what was opened for a mere wish, since something in it needs what is open further down. */
  #leave(obstacle: number): void {
    for (let wished = false; !wished; ) {
      const thing = this.#stack.at(-1)!
      this.#state[thing] = WAITING
      this.#waitsFor[thing] = obstacle
      wished = this.#pop()
    }
  }
}
