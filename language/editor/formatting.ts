import type { Range as LspRange, Position, TextEdit } from 'vscode-languageserver-types'
import { formatText } from '../format/format-text.ts'
import { LineIndex } from '../line-index.ts'
import { parseText } from '../parse.ts'
import { formatParts } from './formatting/format-parts.ts'
import { indentAt } from './formatting/indent-at.ts'
import { type OffsetEdit, whitespaceEdits } from './formatting/whitespace-edits.ts'

/** The edits that make a text what `mig format` makes of it. Of a text with errors the declarations that are free of them are formatted. */
export function formatDocument(text: string): TextEdit[] {
  const parsed = parseText(text, '')
  const edits = parsed.errors.length > 0 ? formatParts(parsed) : whitespaceEdits(text, formatText(text))
  return textEdits(edits, parsed.lines)
}

/** The same edits, but only those in the declarations that a range touches. */
export function formatRange(text: string, range: LspRange): TextEdit[] {
  const parsed = parseText(text, '')
  const start = parsed.lines.offset(range.start.line, range.start.character)
  const end = parsed.lines.offset(range.end.line, range.end.character)
  if (text.slice(0, start).trim() === '' && text.slice(end).trim() === '') return formatDocument(text)
  return textEdits(formatParts(parsed, { start, end }), parsed.lines)
}

/**
 * After a line break: the new line at the place that the formatter would give it. After a `}` that begins its line: the declaration
 * that it closes. What stands on the line of a new break is never moved but by its own indentation.
 */
export function formatOnType(text: string, position: Position, typed: string): TextEdit[] {
  const lines = new LineIndex(text)
  const offset = lines.offset(position.line, position.character)
  const lineStart = lines.offset(position.line, 0)
  const before = text.slice(lineStart, offset)
  if (typed === '}') {
    if (before.trim() !== '}') return []
    const end = { line: position.line, character: position.character }
    const edits = formatRange(text, { start: end, end })
    return edits.length > 0 ? edits : indentation(text, lineStart, lines)
  }
  return typed === '\n' && before.trim() === '' ? indentation(text, lineStart, lines) : []
}

function indentation(text: string, lineStart: number, lines: LineIndex): TextEdit[] {
  const indent = indentAt(text, lineStart)
  const now = /[ \t]*/y
  now.lastIndex = lineStart
  const blanks = now.exec(text)![0]
  if (indent === undefined || blanks === indent) return []
  return textEdits([{ start: lineStart, end: lineStart + blanks.length, text: indent }], lines)
}

function textEdits(edits: readonly OffsetEdit[], lines: LineIndex): TextEdit[] {
  return edits.map(({ start, end, text }) => {
    const from = lines.position(start)
    const to = lines.position(end)
    const range = {
      start: { line: from.line, character: from.column },
      end: { line: to.line, character: to.column },
    }
    return { range, newText: text }
  })
}
