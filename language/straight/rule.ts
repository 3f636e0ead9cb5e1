import { addKinds, type Kinds } from './kinds.ts'
import type { Piece } from './piece.ts'

/** A rule of the grammar: what its calls have in common. */
export class Rule {
  body!: Piece
  private readonly after: Kinds
  private firstKinds: Kinds | undefined
  private empty: boolean | undefined

  constructor(none: Kinds) {
    this.after = none.slice()
  }

  isEmpty(): boolean {
    this.empty ??= this.body.isEmpty()
    return this.empty
  }

  first(): Kinds {
    this.firstKinds ??= this.body.first()
    return this.firstKinds
  }

  follow(after: Kinds): boolean {
    return addKinds(this.after, after)
  }

  /** Hands what may stand after its calls on to its body; true when some of that was new. */
  spread(): boolean {
    return this.body.follow(this.after)
  }
}
