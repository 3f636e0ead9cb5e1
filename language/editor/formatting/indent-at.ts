import type { Lexed } from '../../lexer/lexed.ts'
import type { Token } from '../../lexer/token.ts'
import { lexText } from '../../parse.ts'

/**
 * The indentation that the formatter would give a line that starts at an offset; undefined within SQL and comments over
 * several lines, which keep theirs.
 */
export function indentAt(text: string, lineStart: number): string | undefined {
  const lexed = lexText(text)
  if (isInText(text, lineStart, lexed)) return undefined
  const before = lexed.tokens.filter(({ startOffset }) => startOffset < lineStart)
  const open = openBrackets(before)
  const closing = closes(open, text, lineStart)
  if (closing !== undefined) return '  '.repeat(closing)
  const last = before.findLast(({ image }) => image.trim() !== '')
  const goesOn = last?.image === ',' && /^[{]?$/.test(open.at(-1) ?? '')
  return '  '.repeat(open.length + (goesOn ? 1 : 0))
}

/** Whether a line starts within SQL or a comment, also in SQL that is not closed yet. */
function isInText(text: string, lineStart: number, { tokens, report }: Lexed): boolean {
  const holds = (offset: number, length: number) => offset < lineStart && lineStart < offset + length
  if (tokens.some(({ tokenType, startOffset, image }) => tokenType.name === 'SQL' && holds(startOffset, image.length)))
    return true
  if (report.comments.some(({ kind, offset, text: comment }) => kind === 'block' && holds(offset, comment.length + 1)))
    return true
  return report.problems.some(
    ({ code, offset }) =>
      code === 'MIG102' && text[offset] === '`' && offset < lineStart && !/\n\S/.test(text.slice(offset, lineStart)),
  )
}

/** What is open at the end of tokens; the braces of an import are none that formatted lines go on in. */
function openBrackets(tokens: readonly Token[]): readonly string[] {
  const open: string[] = []
  for (const [at, { image, tokenType }] of tokens.entries()) {
    if (image === '{') open.push(tokens[at - 1]?.image === 'import' ? 'import {' : '{')
    else if (image === '(' || image === '[') open.push(image)
    else if (image === '}' || image === ')' || image === ']') open.length = openedAt(open, image) ?? open.length
    else if (image === '' && tokenType.name === '}') open.length = openedAt(open, '}') ?? open.length
  }
  return open
}

function openedAt(open: readonly string[], closing: string): number | undefined {
  const wanted = closing === ')' ? '(' : closing === ']' ? '[' : '{'
  const at = open.findLastIndex(sign => sign.endsWith(wanted))
  return at < 0 ? undefined : at
}

/** How deep the bracket stands that a line closes with its first sign. */
function closes(open: readonly string[], text: string, lineStart: number): number | undefined {
  const line = /[ \t]*([)}\]])/y
  line.lastIndex = lineStart
  const sign = line.exec(text)?.[1]
  return sign === undefined ? undefined : openedAt(open, sign)
}
