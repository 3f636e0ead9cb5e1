import type { Extent } from './read-quoted.ts'

/** A line that can only be the head of a declaration: SQL that has swallowed one was never closed. */
const DECLARATION =
  /\n(?:(?:project|mixin|enum|table|trigger|create|drop|alter)[ \t][^\n`]*\{[ \t]*\r?\n|(?:view|type)[ \t]+[\w."]+[ \t]*[^\n`]*=[ \t]*(?:`|\w))/

/**
 * Reads SQL from its opening backtick: a doubled backtick is one. When the closing one is missing, or stands after
 * the head of another declaration, the SQL ends with its first line, so that the rest of the file survives.
 */
export function readSql(text: string, open: number): Extent {
  let end = text.indexOf('`', open + 1)
  while (end !== -1 && text.charCodeAt(end + 1) === 96) end = text.indexOf('`', end + 2)
  const lineEnd = text.indexOf('\n', open)
  if (end !== -1 && (lineEnd === -1 || end < lineEnd)) return { end: end + 1, closed: true }
  if (end !== -1 && !DECLARATION.test(text.slice(open, end + 1))) return { end: end + 1, closed: true }
  if (lineEnd === -1) return { end: text.length, closed: false }
  return { end: text.charCodeAt(lineEnd - 1) === 13 ? lineEnd - 1 : lineEnd, closed: false }
}
