import { formatText } from '../../../format/format-text.ts'
import type { Parsed } from '../../../parse.ts'
import { applyEdits, type Edit, inOrder } from './apply-changes.ts'
import { lineEdits } from './line-edits.ts'
import { lineEnd, lineStart } from './lines.ts'

/**
 * Edits of a file as `mig format` would leave them: where the lines around them, up to blank lines between declarations,
 * were formatted before, they are so afterwards. What was not is left to the one who wrote it.
 */
export function tidyEdits(parsed: Parsed, edits: readonly Edit[]): readonly Edit[] {
  const lineBreak = parsed.text.includes('\r\n') ? '\r\n' : '\n'
  const written = inOrder(edits).map(edit => ({ ...edit, text: edit.text.replace(/\r?\n/g, lineBreak) }))
  return stretchesOf(parsed, written).flatMap(stretch => tidied(parsed, stretch))
}

interface Stretch {
  readonly start: number
  readonly end: number
  readonly edits: Edit[]
}

function tidied(parsed: Parsed, { start, end, edits }: Stretch): readonly Edit[] {
  if (!isTidy(parsed, start, end)) return edits
  const before = parsed.text.slice(start, end)
  const after = applyEdits(
    before,
    edits.map(edit => ({ ...edit, start: edit.start - start, end: edit.end - start })),
  )
  const formatted = formatText(after)
  return formatted === after ? edits : lineEdits(before, formatted, start)
}

const known = new WeakMap<Parsed, Map<string, boolean>>()

/** Whether a stretch of a file is formatted; several fixes ask for the same one. */
function isTidy(parsed: Parsed, start: number, end: number): boolean {
  const stretches = known.get(parsed) ?? new Map<string, boolean>()
  known.set(parsed, stretches)
  const key = `${start} ${end}`
  let tidy = stretches.get(key)
  if (tidy === undefined) {
    const isBroken = parsed.errors.some(({ range }) => range.start.offset >= start && range.start.offset <= end)
    const text = parsed.text.slice(start, end)
    tidy = !isBroken && formatText(text) === text
    stretches.set(key, tidy)
  }
  return tidy
}

function stretchesOf(parsed: Parsed, edits: readonly Edit[]): readonly Stretch[] {
  const found: Stretch[] = []
  for (const edit of edits) {
    const last = found.at(-1)
    if (last !== undefined && edit.end <= last.end) last.edits.push(edit)
    else found.push({ start: startOf(parsed, edit.start), end: endOf(parsed, edit.end), edits: [edit] })
  }
  return found.some((one, at) => at > 0 && one.start < found[at - 1]!.end) ? [joined(found)] : found
}

function joined(stretches: readonly Stretch[]): Stretch {
  const { start } = stretches[0]!
  return { start, end: stretches.at(-1)!.end, edits: stretches.flatMap(({ edits }) => edits) }
}

/** The first line of those that belong together: a blank line above it stands between declarations. */
function startOf(parsed: Parsed, at: number): number {
  const { text } = parsed
  let start = lineStart(text, at)
  while (start > 0) {
    const above = lineStart(text, start - 1)
    if (text.slice(above, start).trim() === '' && !isWithin(parsed, start - 1)) break
    start = above
  }
  return start
}

function endOf(parsed: Parsed, at: number): number {
  const { text } = parsed
  let end = lineEnd(text, at)
  while (end < text.length) {
    const next = lineEnd(text, end + 1)
    if (text.slice(end + 1, next).trim() === '' && !isWithin(parsed, end + 1)) break
    end = next
  }
  return Math.min(end + 1, text.length)
}

/** Whether an offset stands inside of a declaration. */
function isWithin({ ast }: Parsed, at: number): boolean {
  const { elements } = ast
  let low = 0
  let high = elements.length - 1
  while (low <= high) {
    const middle = (low + high) >> 1
    const cst = elements[middle]!.$cstNode
    if (cst === undefined) return true
    if (at < cst.offset) high = middle - 1
    else if (at >= cst.end) low = middle + 1
    else return true
  }
  return false
}
