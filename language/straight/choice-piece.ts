import { addKinds, type Kinds } from './kinds.ts'
import { NO, type OpenNode, type Piece, type Tape } from './piece.ts'

const NONE = -1
const SEVERAL = -2

/** One of several pieces. Where the next token allows more than one, the first that fits with the token after it. */
export class ChoicePiece implements Piece {
  private readonly options: readonly Piece[]
  private readonly tape: Tape
  private readonly after: Kinds
  private byKind: Int8Array | undefined

  constructor(options: readonly Piece[], tape: Tape, none: Kinds) {
    this.options = options
    this.tape = tape
    this.after = none.slice()
  }

  isEmpty(): boolean {
    return this.options.some(option => option.isEmpty())
  }

  first(): Kinds {
    const kinds = new Uint8Array(this.after.length)
    for (const option of this.options) addKinds(kinds, option.first())
    return kinds
  }

  follow(after: Kinds): boolean {
    let isNew = addKinds(this.after, after)
    for (const option of this.options) isNew = option.follow(after) || isNew
    return isNew
  }

  match(at: number): number {
    const option = this.choose(at)
    return option === NONE ? NO : this.options[option]!.match(at)
  }

  read(at: number, node: OpenNode): number {
    const option = this.choose(at)
    return option === NONE ? NO : this.options[option]!.read(at, node)
  }

  private choose(at: number): number {
    this.byKind ??= this.optionsByKind()
    const option = this.byKind[this.tape.kinds[at]!]!
    return option === SEVERAL ? this.tryAll(at) : option
  }

  private tryAll(at: number): number {
    return this.options.findIndex(option => {
      const end = option.match(at)
      return end !== NO && this.after[this.tape.kinds[end]!] === 1
    })
  }

  private optionsByKind(): Int8Array {
    const result = new Int8Array(this.after.length).fill(NONE)
    for (const [index, option] of this.options.entries()) {
      const kinds = option.first().slice()
      if (option.isEmpty()) addKinds(kinds, this.after)
      for (const [kind, fits] of kinds.entries()) if (fits) result[kind] = result[kind] === NONE ? index : SEVERAL
    }
    return result
  }
}
