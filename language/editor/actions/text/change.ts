import type { Parsed } from '../../../parse.ts'
import { lineEnd, lineStart } from './lines.ts'

/** A stretch of a file and what is to stand there instead. */
export interface Change {
  readonly parsed: Parsed
  readonly start: number
  readonly end: number
  readonly text: string
}

/** Puts a text in the place of a stretch. */
export function replace(parsed: Parsed, start: number, end: number, text: string): Change {
  return { parsed, start, end, text }
}

/** Puts a text in at a place. */
export function insert(parsed: Parsed, at: number, text: string): Change {
  return { parsed, start: at, end: at, text }
}

/** Takes a stretch out of its line, with the blanks before it; what begins its line takes the blanks behind it. */
export function removePiece(parsed: Parsed, start: number, end: number): Change {
  const { text } = parsed
  let from = start
  while (from > 0 && isBlank(text[from - 1])) from--
  if (from > 0 && text[from - 1] !== '\n') return replace(parsed, from, end, '')
  let to = end
  while (isBlank(text[to])) to++
  return replace(parsed, start, to, '')
}

/** Takes whole lines out, with the documentation above them and a blank line that would be one too many. */
export function removeLines(parsed: Parsed, start: number, end: number): Change {
  const { text } = parsed
  let from = lineStart(text, start)
  const last = lineEnd(text, end)
  if (text.slice(from, start).trim() !== '' || !/^\s*(?:\/\/.*)?$/.test(text.slice(end, last)))
    return removePiece(parsed, start, end)
  while (isDocumentation(text, from)) from = lineStart(text, from - 1)
  let to = Math.min(last + 1, text.length)
  const before = from === 0 ? '' : text.slice(lineStart(text, from - 1), from - 1)
  const after = text.slice(to, lineEnd(text, to))
  const isFirst = from === 0 || before.trimEnd().endsWith('{')
  const isLast = to >= text.length || after.trim() === '}'
  if (after.trim() === '' && to < text.length && (isFirst || before.trim() === '')) to = lineEnd(text, to) + 1
  else if (isLast && from > 0 && before.trim() === '') from = lineStart(text, from - 1)
  return replace(parsed, from, Math.min(to, text.length), '')
}

function isDocumentation(text: string, start: number): boolean {
  return (
    start > 0 &&
    text
      .slice(lineStart(text, start - 1), start)
      .trimStart()
      .startsWith('///')
  )
}

function isBlank(letter: string | undefined): boolean {
  return letter === ' ' || letter === '\t'
}
