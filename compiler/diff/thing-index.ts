import { foldName } from '../sql/name-text.ts'
import type { Need, Space, Thing } from './things.ts'

/** A step that makes, removes or changes a thing. */
export interface Actor {
  readonly step: number
  readonly takes?: readonly [least: number, most: number]
  readonly exact?: string
}

/** What a need finds: the steps, and whether it surely means what they are about. */
export interface Found {
  readonly actors: readonly Actor[]
  readonly sure: boolean
}

const NOBODY: Found = { actors: [], sure: true }
const ANYWHERE: readonly Space[] = ['relation', 'type', 'routine', 'trigger', 'schema', 'extension', 'object']

/** The steps that make things (or remove, or change them), by what they make. */
export class ThingIndex {
  readonly #spaces = new Map<Space | 'columns', Map<string, Actor[]>>()
  /** What lies in a schema, by its bare name: a search path may lead to it. */
  readonly #strays = new Map<string, Actor[]>()

  get isEmpty(): boolean {
    return this.#spaces.size === 0
  }

  add(thing: Thing, step: number): void {
    const { takes, exact } = thing
    const actor = { step, ...(takes && { takes }), ...(exact !== undefined && { exact }) }
    enter(this.#space(thing.space), thing.key, actor)
    if (thing.space === 'column') enter(this.#space('columns'), thing.of!, actor)
    else if (thing.of === undefined && thing.key.includes('\n')) {
      enter(this.#strays, strayKey(thing.space, foldName(thing.word)), actor)
    }
  }

  /**
   * The steps that are about what stands in the way of a thing: a table is a type as well, so the two share their names. For a
   * routine that is its `signature`; beside another of its name that takes as many arguments, calls are only ambiguous.
   */
  inTheWayOf(thing: Thing): Found {
    const own = this.#exactly(thing)
    if (thing.space === 'routine')
      return found(
        own.filter(({ takes }) => overlap(takes, thing.takes)),
        false,
      )
    const other = thing.space === 'type' ? 'relation' : thing.space === 'relation' ? 'type' : undefined
    const others = other === undefined ? [] : this.#get(other, thing.key)
    return found(others.length === 0 ? own : [...own, ...others])
  }

  /** The steps that are about what a need names; where `whole`, those of the table too when its column is not spoken of. */
  find(need: Need, whole: boolean): Found {
    const { space, key, of } = need
    if (space === 'any') return found(ANYWHERE.flatMap(one => this.find({ space: one, key }, whole).actors))
    if (space === 'routine') return this.#routines(need)
    const own = this.#exactly({ ...need, space })
    if (own.length > 0) return found(own, space !== 'columns')
    if (whole && of !== undefined) return found(this.#get('relation', of))
    if (space !== 'relation' && space !== 'type') return NOBODY
    const row = space === 'type' ? this.#get('relation', key) : NOBODY.actors
    return row.length > 0 ? found(row) : found(named(this.#stray(space, key), need.exact), false)
  }

  /** By their number of arguments; where none or several take it, any of them may be meant. */
  #routines({ key, given }: Need): Found {
    const own = this.#get('routine', key)
    const all = own.length > 0 ? own : this.#stray('routine', key)
    const fitting =
      given === undefined
        ? all
        : all.filter(({ takes }) => takes === undefined || (takes[0] <= given && given <= takes[1]))
    if (fitting.length === 1) return found(fitting, own.length > 0)
    return found(fitting.length === 0 ? all : fitting, false)
  }

  #stray(space: Space, key: string): readonly Actor[] {
    return this.#strays.get(strayKey(space, key)) ?? NOBODY.actors
  }

  #exactly({
    space,
    key,
    exact,
  }: Pick<Thing, 'key' | 'exact'> & { readonly space: Space | 'columns' }): readonly Actor[] {
    return named(this.#get(space, key), exact)
  }

  #get(space: Space | 'columns', key: string): readonly Actor[] {
    return this.#spaces.get(space)?.get(key) ?? NOBODY.actors
  }

  #space(space: Space | 'columns'): Map<string, Actor[]> {
    let known = this.#spaces.get(space)
    if (known === undefined) {
      known = new Map()
      this.#spaces.set(space, known)
    }
    return known
  }
}

/** Those of types that have that very name; all where it is not known to the letter. */
function named(actors: readonly Actor[], exact: string | undefined): readonly Actor[] {
  if (exact === undefined || actors.length === 0) return actors
  return actors.filter(one => one.exact === undefined || one.exact === exact)
}

function overlap(one: Actor['takes'], two: Actor['takes']): boolean {
  return one === undefined || two === undefined || (one[0] <= two[1] && two[0] <= one[1])
}

function found(actors: readonly Actor[], sure = true): Found {
  return actors.length === 0 ? NOBODY : { actors, sure }
}

function strayKey(space: Space, word: string): string {
  return `${space} ${word}`
}

function enter(map: Map<string, Actor[]>, key: string, actor: Actor): void {
  const known = map.get(key)
  if (known === undefined) map.set(key, [actor])
  else known.push(actor)
}
