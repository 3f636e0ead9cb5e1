import type { AstNode } from 'langium'
import type { Token } from '../../lexer/token.ts'
import { unquote } from '../../literals/name-literal.ts'
import { lexText, type Parsed } from '../../parse.ts'

/** The places of the tokens of a name that may have a schema before it, and the place after it. */
export interface NamePlace {
  readonly schema?: number
  readonly name: number
  readonly next: number
}

/** The tokens of a file, found by where they stand. They are counted from 0; what is not there has no text. */
export class NameTokens {
  private readonly tokens: readonly Token[]

  constructor(tokens: readonly Token[]) {
    this.tokens = tokens
  }

  /** The first token of a node and the one after its last. */
  of(node: AstNode): readonly [number, number] {
    const cst = node.$cstNode
    return cst === undefined ? [0, 0] : [this.from(cst.offset), this.from(cst.end)]
  }

  /** The first token that stands at an offset or after it. */
  from(offset: number): number {
    let low = 0
    let high = this.tokens.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (this.tokens[middle]!.startOffset < offset) low = middle + 1
      else high = middle
    }
    return low
  }

  text(at: number): string {
    return this.tokens[at]?.image ?? ''
  }

  /** Where the token starts and ends. */
  range(at: number): { readonly start: number; readonly end: number } {
    const { startOffset: start, image } = this.tokens[at]!
    return { start, end: start + image.length }
  }

  isName(at: number): boolean {
    return /^["A-Za-z_]/.test(this.text(at))
  }

  /** What the name at a place stands for. */
  value(at: number): string {
    return unquote(this.text(at))
  }

  /** The name that begins at a place, where one does. */
  name(at: number, to: number): NamePlace | undefined {
    if (at >= to || !this.isName(at)) return undefined
    if (at + 2 < to && this.text(at + 1) === '.' && this.isName(at + 2))
      return { schema: at, name: at + 2, next: at + 3 }
    return { name: at, next: at + 1 }
  }

  /** The first place from `at` up to `to` that has one of the texts; `to` where none has. */
  find(at: number, to: number, ...texts: readonly string[]): number {
    for (let place = at; place < to; place++) if (texts.includes(this.text(place))) return place
    return to
  }
}

const known = new WeakMap<Parsed, NameTokens>()

/** The tokens of a file. */
export function nameTokens(parsed: Parsed): NameTokens {
  let tokens = known.get(parsed)
  if (tokens === undefined) {
    tokens = new NameTokens(lexText(parsed.text).tokens)
    known.set(parsed, tokens)
  }
  return tokens
}
