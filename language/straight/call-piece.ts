import type { Kinds } from './kinds.ts'
import { NO, type OpenNode, type Piece, type Tape } from './piece.ts'
import type { Rule } from './rule.ts'
import type { Sink } from './sink.ts'

/** A call of another rule: the tokens are its own, and a fragment's options go to the caller's node. */
export class CallPiece implements Piece {
  protected readonly rule: Rule

  constructor(rule: Rule) {
    this.rule = rule
  }

  isEmpty(): boolean {
    return this.rule.isEmpty()
  }

  first(): Kinds {
    return this.rule.first()
  }

  follow(after: Kinds): boolean {
    return this.rule.follow(after)
  }

  match(at: number): number {
    return this.rule.body.match(at)
  }

  read(at: number, node: OpenNode): number {
    return this.rule.body.read(at, node)
  }
}

/** A call of a rule that makes a string. */
export class StringCallPiece extends CallPiece {
  private readonly tape: Tape
  private readonly sink: Sink
  private readonly convert: (text: string) => string

  constructor(rule: Rule, tape: Tape, sink: Sink, convert: (text: string) => string) {
    super(rule)
    this.tape = tape
    this.sink = sink
    this.convert = convert
  }

  override read(at: number, node: OpenNode): number {
    const end = this.rule.body.match(at)
    if (end === NO || end === at) return end
    let text = this.tape.tokens[at]!.image
    for (let i = at + 1; i < end; i++) text += this.tape.tokens[i]!.image
    if (!this.sink.put(node, this.convert(text))) return NO
    this.tape.record?.(node, this.sink.property, at, end)
    return end
  }
}

/** Says where a node ends. */
export type CloseNode = (node: OpenNode, from: number, to: number) => void

/** A call of a rule that makes a node. */
export class NodeCallPiece extends CallPiece {
  private readonly tape: Tape
  private readonly sink: Sink
  private readonly open: () => OpenNode
  private readonly close: CloseNode

  constructor(rule: Rule, tape: Tape, sink: Sink, open: () => OpenNode, close: CloseNode) {
    super(rule)
    this.tape = tape
    this.sink = sink
    this.open = open
    this.close = close
  }

  override read(at: number, node: OpenNode): number {
    const child = this.open()
    const end = this.rule.body.read(at, child)
    if (end === NO || end === at) return end
    this.close(child, at, end)
    if (!this.sink.put(node, child)) return NO
    this.tape.record?.(node, this.sink.property, at, end)
    return end
  }
}
