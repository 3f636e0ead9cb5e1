import type { Kinds } from './kinds.ts'
import { NO, type OpenNode, type Piece, type Tape } from './piece.ts'
import { keywordName } from './places.ts'
import type { Sink } from './sink.ts'

/** One token: a keyword or a terminal. */
export class TokenPiece implements Piece {
  private readonly kinds: Kinds
  private readonly tape: Tape
  private readonly sink: Sink | undefined
  private readonly convert: (text: string) => string

  constructor(kinds: Kinds, tape: Tape, sink: Sink | undefined, convert: (text: string) => string) {
    this.kinds = kinds
    this.tape = tape
    this.sink = sink
    this.convert = convert
  }

  isEmpty(): boolean {
    return false
  }

  first(): Kinds {
    return this.kinds
  }

  follow(): boolean {
    return false
  }

  match(at: number): number {
    return this.kinds[this.tape.kinds[at]!] === 1 ? at + 1 : NO
  }

  read(at: number, node: OpenNode): number {
    if (this.kinds[this.tape.kinds[at]!] === 0) return NO
    const { sink, tape } = this
    if (sink !== undefined && !sink.put(node, this.convert(tape.tokens[at]!.image))) return NO
    if (tape.record !== undefined) tape.record(node, sink?.property ?? keywordName(tape.tokens[at]!.image), at, at + 1)
    return at + 1
  }
}
