import { addKinds, type Kinds } from './kinds.ts'
import { NO, type OpenNode, type Piece } from './piece.ts'

/** Pieces one after the other. */
export class SequencePiece implements Piece {
  private readonly parts: readonly Piece[]
  private readonly none: Kinds

  constructor(parts: readonly Piece[], none: Kinds) {
    this.parts = parts
    this.none = none
  }

  isEmpty(): boolean {
    return this.parts.every(part => part.isEmpty())
  }

  first(): Kinds {
    const kinds = this.none.slice()
    for (const part of this.parts) {
      addKinds(kinds, part.first())
      if (!part.isEmpty()) break
    }
    return kinds
  }

  follow(after: Kinds): boolean {
    let isNew = false
    let next = after
    for (const part of this.parts.toReversed()) {
      isNew = part.follow(next) || isNew
      const first = part.first().slice()
      if (part.isEmpty()) addKinds(first, next)
      next = first
    }
    return isNew
  }

  match(at: number): number {
    let end = at
    for (let i = 0; i < this.parts.length && end !== NO; i++) end = this.parts[i]!.match(end)
    return end
  }

  read(at: number, node: OpenNode): number {
    let end = at
    for (let i = 0; i < this.parts.length && end !== NO; i++) end = this.parts[i]!.read(end, node)
    return end
  }
}
