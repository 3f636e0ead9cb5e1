import type { NameKind } from '../occurrence.ts'
import type { Moment } from './moment.ts'

/** An object's change of name: its own, or one that it followed. */
export interface Renaming {
  /** The name that it had, as its key has it. */
  readonly from: string
  readonly moment: Moment
}

/** What the revisions did to one object, from its making on. */
export interface ObjectHistory {
  readonly came: Moment
  /** The older first. */
  readonly renames: readonly Renaming[]
  /** The last step that changed it otherwise; nothing where none did. */
  readonly changed?: Moment
}

/** The kinds of objects that revisions make. */
export type LivingKind = Exclude<NameKind, 'project' | 'type' | 'mixin'> | 'grant'

/** An object whose history is followed; its members go where it goes. */
export interface Life extends ObjectHistory {
  readonly renames: Renaming[]
  changed?: Moment
  readonly members: Lives
}

/** The objects of a schema, or the members of one object, that are there at a moment. Names are texts of keys. */
export class Lives {
  private readonly byKind = new Map<LivingKind, Map<string, Life>>()

  of(kind: LivingKind, name: string): Life | undefined {
    return this.byKind.get(kind)?.get(name)
  }

  /** All of them, in the order in which they got their names. */
  *all(): Generator<readonly [LivingKind, string, Life]> {
    for (const [kind, lives] of this.byKind) for (const [name, life] of lives) yield [kind, name, life]
  }

  come(kind: LivingKind, name: string, came: Moment): Life {
    const life: Life = { came, renames: [], members: new Lives() }
    this.put(kind, name, life)
    return life
  }

  go(kind: LivingKind, name: string): void {
    this.byKind.get(kind)?.delete(name)
  }

  change(kind: LivingKind, name: string, moment: Moment): void {
    const life = this.of(kind, name)
    if (life !== undefined) life.changed = moment
  }

  /** Some change their names, all at once: two can swap theirs. */
  rename(kind: LivingKind, pairs: readonly { readonly from: string; readonly to: string }[], moment: Moment): void {
    const moved = pairs.map(({ from, to }) => ({ from, to, life: this.of(kind, from) }))
    for (const { from } of moved) this.go(kind, from)
    for (const { from, to, life } of moved) {
      if (life === undefined) continue
      life.renames.push({ from, moment })
      this.put(kind, to, life)
    }
  }

  private put(kind: LivingKind, name: string, life: Life): void {
    const known = this.byKind.get(kind)
    if (known === undefined) this.byKind.set(kind, new Map([[name, life]]))
    else known.set(name, life)
  }
}
