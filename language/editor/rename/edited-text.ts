import type { Edit } from '../../../compiler/sql/edits.ts'

/** A stretch of the first text that is still there, or a new text in the place of one. */
interface Segment {
  readonly start: number
  readonly end: number
  readonly text: string
  readonly isNew: boolean
}

/** A text that is edited again and again; its edits are told of the first text. */
export class EditedText {
  private segments: readonly Segment[]

  constructor(text: string) {
    this.segments = [{ start: 0, end: text.length, text, isNew: false }]
  }

  /** The text as it is now. */
  get text(): string {
    return this.segments.map(segment => segment.text).join('')
  }

  /** The edits that make it of the first text, in their order. */
  get edits(): readonly Edit[] {
    return this.segments.filter(segment => segment.isNew).map(({ start, end, text }) => ({ start, end, text }))
  }

  /** Makes edits in the text as it is now; of those that overlap the first counts. */
  apply(edits: readonly Edit[]): void {
    const ordered = [...edits].sort((a, b) => a.start - b.start || a.end - b.end)
    const kept: Edit[] = []
    for (const edit of ordered) if (edit.start >= (kept.at(-1)?.end ?? 0)) kept.push(edit)
    for (const edit of kept.reverse()) this.replace(edit)
    this.join()
  }

  private replace({ start, end, text }: Edit): void {
    const before: Segment[] = []
    const within: Segment[] = []
    const behind: Segment[] = []
    let at = 0
    for (const segment of this.segments) {
      const from = at
      at += segment.text.length
      if (at <= start && from < start) before.push(segment)
      else if (from >= end) behind.push(segment)
      else {
        const first = cut(segment, 0, start - from)
        const last = cut(segment, end - from, segment.text.length)
        if (first !== undefined) before.push(first)
        const middle = cut(segment, Math.max(0, start - from), Math.min(segment.text.length, end - from))
        if (middle !== undefined) within.push(middle)
        if (last !== undefined) behind.push(last)
      }
    }
    const place = within[0]?.start ?? before.at(-1)?.end ?? behind[0]?.start ?? 0
    this.segments = [...before, { start: place, end: within.at(-1)?.end ?? place, text, isNew: true }, ...behind]
  }

  private join(): void {
    const joined: Segment[] = []
    for (const segment of this.segments) {
      const last = joined.at(-1)
      if (last?.isNew && segment.isNew && last.end === segment.start)
        joined[joined.length - 1] = { ...last, end: segment.end, text: last.text + segment.text }
      else joined.push(segment)
    }
    this.segments = joined
  }
}

function cut({ start, end, text, isNew }: Segment, from: number, to: number): Segment | undefined {
  if (to <= from) return undefined
  const part = text.slice(from, to)
  if (!isNew) return { start: start + from, end: start + to, text: part, isNew }
  return { start: from === 0 ? start : end, end, text: part, isNew }
}
