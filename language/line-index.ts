import type { Position, Range } from './diagnostic.ts'

/** Finds the line and the column of an offset; a byte order mark takes no column. */
export class LineIndex {
  private readonly starts: number[] = []
  private readonly length: number

  constructor(text: string) {
    this.length = text.length
    this.starts.push(text.charCodeAt(0) === 0xfeff ? 1 : 0)
    for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) this.starts.push(at + 1)
  }

  position(offset: number): Position {
    const at = Math.max(0, Math.min(offset, this.length))
    let low = 0
    let high = this.starts.length - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if (this.starts[middle]! <= at) low = middle
      else high = middle - 1
    }
    return { line: low, column: Math.max(0, at - this.starts[low]!), offset: at }
  }

  /** The offset of a place; one that is past the end of its line, or of the text, is at that end. */
  offset(line: number, column: number): number {
    const start = this.starts[Math.max(0, line)]
    if (start === undefined) return this.length
    const next = this.starts[line + 1]
    return Math.min(start + Math.max(0, column), next === undefined ? this.length : next - 1)
  }

  range(offset: number, length: number): Range {
    return { start: this.position(offset), end: this.position(offset + length) }
  }
}
