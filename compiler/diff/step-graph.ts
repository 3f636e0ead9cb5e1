import type { Schema } from '../schema/schema.ts'
import type { Step } from '../steps/step.ts'
import { DependencyGraph } from './dependency-graph.ts'
import type { Effects } from './effects.ts'
import { SqlNeeds } from './sql-needs.ts'
import { effectsOf } from './step-effects.ts'
import { type Found, ThingIndex } from './thing-index.ts'
import type { Need } from './things.ts'
import { WordSet } from './word-set.ts'

/** The schemas before and after some steps. */
export interface Sides {
  readonly before: Schema
  readonly after: Schema
}

/**
 * Which of some steps must stand before which. What makes a thing stands before what needs it, what needed a thing before
 * what removes it; a name is free before it is taken again. Turned around, the same holds for the inverted steps from the
 * last to the first, since what a step needs is what its inverse needed.
 */
export class StepGraph {
  readonly graph: DependencyGraph
  readonly #makers = new ThingIndex()
  readonly #removers = new ThingIndex()
  readonly #changers = new ThingIndex()
  readonly #readiers = new ThingIndex()
  readonly #changes = { taken: new Set<number>(), left: new Set<number>() }
  readonly #texts: { readonly before: SqlNeeds; readonly after: SqlNeeds }

  readonly #unchecked: ReadonlySet<number>

  /** The bodies of the functions of the steps in `unchecked` are texts that are not looked into. */
  constructor(steps: readonly Step[], { before, after }: Sides, unchecked: ReadonlySet<number> = new Set()) {
    this.#unchecked = unchecked
    this.graph = new DependencyGraph(steps.length)
    const effects = steps.map(effectsOf)
    const words = new WordSet()
    const enter = (index: ThingIndex, things: Effects['makes'], step: number) => {
      for (const thing of things ?? []) {
        index.add(thing, step)
        words.add(thing.word)
      }
    }
    effects.forEach(({ makes, removes, changes, readies }, step) => {
      enter(this.#makers, makes, step)
      enter(this.#removers, removes, step)
      enter(this.#changers, changes, step)
      enter(this.#readiers, readies, step)
    })
    this.#texts = { before: new SqlNeeds(words, before), after: new SqlNeeds(words, after) }
    for (const [step, one] of effects.entries()) this.#link(one, step)
  }

  /** The steps that make or remove what some needs name. */
  actorsOf(needs: (texts: SqlNeeds) => readonly Need[], side: 'before' | 'after'): readonly number[] {
    const index = side === 'after' ? this.#makers : this.#removers
    return needs(this.#texts[side]).flatMap(need => index.find(need, true).actors.map(actor => actor.step))
  }

  #link({ makes, needs, needed, reads }: Effects, step: number): void {
    if (!this.#removers.isEmpty) {
      for (const thing of makes ?? []) this.#comeBefore(this.#removers.inTheWayOf(thing), step)
    }
    const later = needs?.(this.#texts.after) ?? []
    const earlier = needed?.(this.#texts.before) ?? []
    const same = later.length > 0 && earlier.length > 0 ? shared(later, earlier) : NOTHING
    const both = same.size === 0 ? same : this.#replaced(same, later)
    for (const need of later) this.#linkNeed(need, step, both.has(nameOf(need)))
    for (const need of earlier) if (!both.has(nameOf(need))) this.#linkNeeded(need, step)
    for (const need of [...(reads?.(this.#texts.after) ?? []), ...(reads?.(this.#texts.before) ?? [])]) {
      this.#comeBefore(this.#makers.find(need, true), step, true)
      this.#goAfter(this.#removers.find(need, true), step, true)
    }
  }

  #linkNeed(need: Need, step: number, isKept: boolean): void {
    this.#comeBefore(this.#makers.find(need, true), step, isKept || this.#isWeak(need, step))
    if (!isKept && !this.#readiers.isEmpty) this.#comeBefore(this.#readiers.find(need, false), step, true)
    if (this.#changers.isEmpty) return
    const changers = this.#changers.find(need, false)
    if (isKept || need.space !== 'relation') this.#comeBefore(changers, step, true)
    else for (const { step: changer } of changers.actors) this.#addChange(changer, step, 'taken')
  }

  /** What some steps make and others remove; a table that only comes or only goes ties whatever alters a part of it. */
  #replaced(names: ReadonlySet<string>, needs: readonly Need[]): ReadonlySet<string> {
    const tied = needs.filter(
      need =>
        (need.space === 'relation' || need.space === 'column') &&
        !need.weak &&
        this.#makers.find(need, true).actors.length > 0 !== this.#removers.find(need, true).actors.length > 0,
    )
    if (tied.length === 0) return names
    const free = new Set(tied.map(nameOf))
    return new Set([...names].filter(name => !free.has(name)))
  }

  #isWeak(need: Need, step: number): boolean {
    return need.weak === true || (need.body === true && this.#unchecked.has(step))
  }

  #linkNeeded(need: Need, step: number): void {
    this.#goAfter(this.#removers.find(need, true), step, this.#isWeak(need, step))
    if (this.#changers.isEmpty) return
    const changers = this.#changers.find(need, false)
    if (need.space !== 'relation') this.#goAfter(changers, step, true)
    else for (const { step: changer } of changers.actors) this.#addChange(step, changer, 'left')
  }

  /** When a view takes up another that leaves it in the same plan, they would read each other meanwhile: that always holds. */
  #addChange(first: number, then: number, why: 'taken' | 'left'): void {
    const edge = first * this.graph.size + then
    this.#changes[why].add(edge)
    this.graph.add(first, then, !this.#changes[why === 'taken' ? 'left' : 'taken'].has(edge))
  }

  #comeBefore({ actors, sure }: Found, step: number, weak = false): void {
    for (const actor of actors) this.graph.add(actor.step, step, weak || !sure)
  }

  #goAfter({ actors, sure }: Found, step: number, weak = false): void {
    for (const actor of actors) this.graph.add(step, actor.step, weak || !sure)
  }
}

const NOTHING: ReadonlySet<string> = new Set()

/** What an alteration needs on both sides: when that is replaced, the old one cannot wait for it. */
function shared(later: readonly Need[], earlier: readonly Need[]): ReadonlySet<string> {
  const before = new Set(earlier.map(nameOf))
  return new Set(later.map(nameOf).filter(name => before.has(name)))
}

function nameOf({ space, key, given }: Need): string {
  return `${space} ${key} ${given ?? ''}`
}
