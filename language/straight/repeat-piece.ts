import { addKinds, type Kinds } from './kinds.ts'
import { NO, type OpenNode, type Piece, type Tape } from './piece.ts'

/** How often a piece may stand: `?` is (0, 1), `*` is (0, many), `+` is (1, many). */
export interface Times {
  readonly least: 0 | 1
  readonly many: boolean
}

/** A piece that may be left out or repeated; it is taken as often as it fits with the token after it. */
export class RepeatPiece implements Piece {
  /** What is repeated. */
  readonly body: Piece
  private readonly times: Times
  private readonly tape: Tape
  private readonly after: Kinds
  private starts: Kinds | undefined
  private next: Kinds | undefined

  constructor(body: Piece, times: Times, tape: Tape, none: Kinds) {
    this.body = body
    this.times = times
    this.tape = tape
    this.after = none.slice()
  }

  isEmpty(): boolean {
    return this.times.least === 0 || this.body.isEmpty()
  }

  first(): Kinds {
    return this.body.first()
  }

  follow(after: Kinds): boolean {
    const isNew = addKinds(this.after, after)
    return this.body.follow(this.behindBody()) || isNew
  }

  match(at: number): number {
    let end = this.times.least === 0 ? at : this.body.match(at)
    while (end !== NO && this.enters(end)) {
      const start = end
      end = this.body.match(start)
      if (end === start || !this.times.many) break
    }
    return end
  }

  read(at: number, node: OpenNode): number {
    let end = this.times.least === 0 ? at : this.body.read(at, node)
    while (end !== NO && this.enters(end)) {
      const start = end
      end = this.body.read(start, node)
      if (end === start || !this.times.many) break
    }
    return end
  }

  private enters(at: number): boolean {
    this.starts ??= this.body.first()
    const kind = this.tape.kinds[at]!
    if (this.starts[kind] === 0) return false
    if (this.after[kind] === 0) return true
    this.next ??= this.behindBody()
    const end = this.body.match(at)
    return end !== NO && this.next[this.tape.kinds[end]!] === 1
  }

  private behindBody(): Kinds {
    const kinds = this.after.slice()
    if (this.times.many) addKinds(kinds, this.body.first())
    return kinds
  }
}
