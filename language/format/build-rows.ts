import type { Parsed } from '../parse.ts'
import { type Item, itemsOf } from './items.ts'
import { type LineKinds, lineKinds } from './line-kinds.ts'
import type { Row } from './row.ts'
import { isParted, isPartedInText } from './spacing.ts'

/** Puts the tokens and comments of a text on the lines of its formatted form. */
export function buildRows(parsed: Parsed): Row[] {
  const builder = new RowBuilder(parsed)
  for (const item of itemsOf(parsed)) builder.take(item)
  return builder.rows
}

class RowBuilder {
  readonly rows: Row[] = []
  private readonly text: string
  private readonly kinds: LineKinds
  private readonly braces: boolean[] = []
  private previous: Item | undefined
  private end = 0
  private brackets = 0
  /** A line has ended, or a block has begun. */
  private isOver = true
  /** Nothing stands in the block yet. */
  private hasOpened = true

  constructor(parsed: Parsed) {
    this.text = parsed.text
    this.kinds = lineKinds(parsed.ast)
  }

  take(item: Item): void {
    if (item.kind === 'end') {
      this.isOver = true
      return
    }
    const closes = item.kind === 'token' && item.text === '}'
    const isBlock = closes && this.braces.pop() === true
    this.place(item, this.isOver || isBlock)
    if (item.kind === 'token') {
      this.isOver = false
      this.follow(item.text)
    }
    this.previous = item
    this.end = item.offset + item.text.length
  }

  /** Braces and brackets after a token has been placed; the braces of an import are no block. */
  private follow(text: string): void {
    if (text === '{') {
      const isBlock = !(this.previous?.kind === 'token' && this.previous.text === 'import')
      this.braces.push(isBlock)
      this.isOver = isBlock
      this.hasOpened = isBlock
    } else if (text === '(' || text === '[') this.brackets++
    else if (text === ')' || text === ']') this.brackets--
  }

  private place(item: Exclude<Item, { kind: 'end' }>, isNewLine: boolean): void {
    const gap = this.text.slice(this.end, item.offset)
    const breaks = gap.split('\n').length - 1
    if (item.kind === 'comment') this.placeComment(item, breaks)
    else this.placeToken(item, breaks, isNewLine)
  }

  private placeToken(item: Extract<Item, { kind: 'token' }>, breaks: number, isNewLine: boolean): void {
    const row = this.rows.at(-1)
    const joins = isNewLine ? this.continuesComment(breaks) : breaks === 0 && !this.isAfterLineComment()
    if (row === undefined || !joins) {
      this.startRow(item, breaks, isNewLine)
      return
    }
    const before = this.previous!.text
    const isTight = this.kinds.tight.has(item.offset)
    const isApart = this.kinds.asWritten.has(item.offset)
      ? isPartedInText(before, item.text, item.offset > this.end)
      : isParted(before, item.text, isTight)
    const blank = this.previous!.kind === 'comment' || isApart ? ' ' : ''
    row.text += blank + item.text
  }

  /** A block comment that starts a line has what follows it on that line behind it. */
  private continuesComment(breaks: number): boolean {
    return (
      breaks === 0 && this.previous?.kind === 'comment' && this.previous.comment.first && !this.isAfterLineComment()
    )
  }

  private isAfterLineComment(): boolean {
    return this.previous?.kind === 'comment' && this.previous.comment.kind !== 'block'
  }

  private placeComment(item: Extract<Item, { kind: 'comment' }>, breaks: number): void {
    const row = this.rows.at(-1)
    if (row === undefined || item.comment.first || this.isAfterLineComment()) this.startRow(item, breaks, this.isOver)
    else if (item.comment.kind === 'block') row.text += ` ${item.text}`
    else row.comment = item.text.trimEnd()
  }

  private startRow(item: Exclude<Item, { kind: 'end' }>, breaks: number, isNewLine: boolean): void {
    const isLast = item.kind === 'token' && item.text === '}'
    const mayPart = (isNewLine || item.kind === 'comment') && this.brackets === 0 && !this.hasOpened && !isLast
    this.hasOpened = false
    const kind = item.kind === 'token' ? this.kinds.runs.get(item.offset) : undefined
    const text = item.kind === 'comment' && item.comment.kind === 'line' ? item.text.trimEnd() : item.text
    this.rows.push({
      indent: this.indentOf(item, isNewLine),
      text,
      blankBefore: breaks > 1 && mayPart,
      ...(kind === undefined ? {} : { run: { kind, width: item.text.length } }),
    })
  }

  private indentOf(item: Exclude<Item, { kind: 'end' }>, isNewLine: boolean): number {
    const base = this.braces.length
    if (this.brackets > 0) return base + this.brackets - (item.text === ')' || item.text === ']' ? 1 : 0)
    if (isNewLine || item.text === 'to' || item.text === '}' || this.braces.at(-1) === false) return base
    return item.kind === 'comment' ? base : base + 1
  }
}
