import { after, type Code, hasWords, isSign, readCode, sliceOf } from '../code.ts'
import type { SqlToken } from '../tokens.ts'

/** A place in a statement that moves forward as the statement is read; it stops at `to`. */
export class Cursor {
  readonly code: Code
  readonly to: number
  at: number

  constructor(code: Code, at = 0, to = code.tokens.length) {
    this.code = code
    this.at = at
    this.to = to
  }

  static of(sql: string): Cursor {
    return new Cursor(readCode(sql))
  }

  get token(): SqlToken | undefined {
    return this.at < this.to ? this.code.tokens[this.at] : undefined
  }

  /** Whether these unquoted words stand here. */
  sees(...words: readonly string[]): boolean {
    return this.at + words.length <= this.to && hasWords(this.code, this.at, ...words)
  }

  seesSign(sign: string): boolean {
    return this.at < this.to && isSign(this.code, this.at, sign)
  }

  /** Steps over these words when they stand here. */
  take(...words: readonly string[]): boolean {
    if (!this.sees(...words)) return false
    this.at += words.length
    return true
  }

  takeSign(sign: string): boolean {
    if (!this.seesSign(sign)) return false
    this.at++
    return true
  }

  /** Steps over a name; SQLite takes a string for one too (lang_keywords.html). */
  takeName(): string | undefined {
    const token = this.token
    if (token === undefined || (token.kind !== 'name' && token.kind !== 'quoted name' && token.kind !== 'string'))
      return undefined
    this.at++
    return token.kind === 'name' ? token.text : token.value
  }

  /** Steps over a bracket with all in it; answers a cursor for what is inside. */
  takeGroup(): Cursor | undefined {
    if (!this.seesSign('(')) return undefined
    const close = Math.min(this.code.closes[this.at]!, this.to)
    const inside = new Cursor(this.code, this.at + 1, close)
    this.at = after(this.code, this.at, this.to)
    return inside
  }

  /** Steps over one token, or a whole bracket. */
  pass(): void {
    this.at = after(this.code, this.at, this.to)
  }

  /** The text from a place to here. */
  textFrom(from: number): string {
    return sliceOf(this.code, from, this.at)
  }

  /** The text to the end of the statement, comments too, without the semicolon that may stand there. */
  untilEnd(): string {
    const { tokens, text } = this.code
    const first = this.token
    if (first === undefined) return ''
    let to = this.to
    while (to > this.at && isSign(this.code, to - 1, ';')) to--
    return text.slice(first.start, tokens[to]?.start ?? text.length).trim()
  }

  /** All the text between here and the end. */
  get rest(): string {
    return sliceOf(this.code, this.at, this.to)
  }
}
