import { formatText } from '../../format/format-text.ts'
import type { Parsed } from '../../parse.ts'
import type { Stretch } from '../declared-name.ts'
import { type OffsetEdit, whitespaceEdits } from './whitespace-edits.ts'

/**
 * The edits of the formatter in the declarations that are free of errors, or only in those that a stretch touches. A part
 * that blank lines set off is formatted by itself: the formatter puts nothing below something beyond a blank line.
 */
export function formatParts(parsed: Parsed, only?: Stretch): readonly OffsetEdit[] {
  const lineBreak = /\r?\n/.exec(parsed.text)?.[0] ?? '\n'
  return partsOf(parsed).flatMap(part => {
    const touched = only === undefined ? part.lines : part.lines.filter(line => touches(line, only))
    if (touched.length === 0 || parsed.errors.some(({ range }) => overlaps(range, part))) return []
    const text = parsed.text.slice(part.start, part.end)
    const formatted = formatText(lineBreak + text)
    if (formatted === lineBreak + text) return []
    const lasts = part.end === parsed.text.length ? formatted : formatted.replace(/\r?\n$/, '')
    const edits = whitespaceEdits(text, lasts).map(edit => shifted(edit, part.start))
    return edits.filter(edit => touched.some(line => line.start <= edit.start && edit.end <= line.end))
  })
}

/** Declarations and comments that no blank line parts, and the lines of each. */
interface Part extends Stretch {
  readonly lines: readonly Stretch[]
}

function partsOf(parsed: Parsed): readonly Part[] {
  const text = withoutBreaksInComments(parsed)
  const parts: Part[] = []
  let lines: Stretch[] = []
  let start = text.charCodeAt(0) === 0xfeff ? 1 : 0
  for (const { $cstNode } of parsed.ast.elements ?? []) {
    if ($cstNode === undefined || $cstNode.offset < start) continue
    const from = pass($cstNode.offset)
    lines.push({ start: from, end: endOfLine(text, $cstNode.end) })
    start = lines.at(-1)!.end
  }
  pass(text.length)
  close()
  return parts

  /** Passes what stands before a declaration: stretches of comments, of which the last belongs to it. Answers where that begins. */
  function pass(end: number): number {
    let from = start
    for (const blank of text.slice(start, end).matchAll(BLANK_LINES)) {
      const to = start + blank.index
      if (text.slice(from, to).trim() !== '') lines.push({ start: from, end: to })
      close()
      from = to + blank[0].length
    }
    const rest = text.slice(from, end)
    const lineBreak = /^[ \t\r]*\n/.exec(rest)?.[0].length ?? 0
    if (end === text.length && rest.trim() !== '') lines.push({ start: from + lineBreak, end })
    return from + lineBreak
  }

  function close(): void {
    if (lines.length > 0) parts.push({ start: lines[0]!.start, end: lines.at(-1)!.end, lines })
    lines = []
  }
}

const BLANK_LINES = /[ \t\r]*\n(?:[ \t\r]*\n)+/g

/** A comment over several lines is one thing, whatever stands in it. */
function withoutBreaksInComments({ text, comments }: Parsed): string {
  let result = ''
  let done = 0
  for (const { kind, text: comment, offset } of comments) {
    if (kind !== 'block' || !comment.includes('\n')) continue
    result += text.slice(done, offset) + comment.replaceAll('\n', '*')
    done = offset + comment.length
  }
  return result + text.slice(done)
}

function endOfLine(text: string, at: number): number {
  const end = text.indexOf('\n', at)
  if (end < 0) return text.length
  return text.charCodeAt(end - 1) === 13 ? end - 1 : end
}

function touches({ start, end }: Stretch, only: Stretch): boolean {
  return start <= only.end && only.start <= end
}

function overlaps({ start, end }: { start: { offset: number }; end: { offset: number } }, part: Stretch): boolean {
  return start.offset <= part.end && part.start <= end.offset
}

function shifted({ start, end, text }: OffsetEdit, by: number): OffsetEdit {
  return { start: start + by, end: end + by, text }
}
