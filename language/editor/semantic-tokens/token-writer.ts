import type { Parsed } from '../../parse.ts'
import { modifiersOf, PLAIN, type Style, typeOf } from './legend.ts'

/** Writes tokens as the protocol has them: each by how far it is from the one before it, none over a line break. */
export class TokenWriter {
  readonly data: number[] = []
  private readonly text: string
  private readonly start: number
  private readonly end: number
  private line = 0
  private lineStart: number
  private nextBreak: number
  private lastLine = 0
  private lastColumn = 0

  constructor({ text }: Parsed, start: number, end: number) {
    this.text = text
    this.start = start
    this.end = end
    this.lineStart = text.charCodeAt(0) === 0xfeff ? 1 : 0
    this.nextBreak = text.indexOf('\n')
  }

  /** Tokens come in the order of the text. */
  write(start: number, end: number, style: Style): void {
    if (style === PLAIN || end <= this.start || start > this.end) return
    for (let from = start; from < end; ) {
      const lineBreak = this.breakAfter(from)
      const to = Math.min(end, lineBreak)
      this.push(from, this.text.charCodeAt(to - 1) === 13 ? to - 1 : to, style)
      from = this.indented(lineBreak + 1, end)
    }
  }

  /** Where the line of an offset ends; the offset's line becomes the current one. */
  private breakAfter(offset: number): number {
    while (this.nextBreak !== -1 && this.nextBreak < offset) {
      this.line++
      this.lineStart = this.nextBreak + 1
      this.nextBreak = this.text.indexOf('\n', this.lineStart)
    }
    return this.nextBreak === -1 ? this.text.length : this.nextBreak
  }

  private indented(offset: number, end: number): number {
    let at = offset
    while (at < end && (this.text.charCodeAt(at) === 32 || this.text.charCodeAt(at) === 9)) at++
    return at
  }

  private push(start: number, end: number, style: Style): void {
    if (end <= start) return
    const column = start - this.lineStart
    const lines = this.line - this.lastLine
    this.data.push(
      lines,
      lines === 0 ? column - this.lastColumn : column,
      end - start,
      typeOf(style),
      modifiersOf(style),
    )
    this.lastLine = this.line
    this.lastColumn = column
  }
}
