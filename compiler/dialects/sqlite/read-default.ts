import type { Value } from '../../schema/value.ts'

const NUMBER = /^([+-]?)\s*((?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?)$/

/**
 * The SQL of a default as a value: a literal where it is one, and the same value for all the spellings of one thing,
 * since `default 5` and `default (5)` are the same to SQLite. Undefined for `null`, which is as good as no default.
 */
export function readDefault(text: string): Value | undefined {
  const sql = stripParentheses(text.trim())
  if (/^'(?:[^']|'')*'$/.test(sql)) return { kind: 'string', value: sql.slice(1, -1).replaceAll("''", "'") }
  const number = NUMBER.exec(sql)
  if (number !== null) return { kind: 'number', text: `${number[1] === '-' ? '-' : ''}${number[2]}` }
  const word = sql.toLowerCase()
  if (word === 'null') return undefined
  if (word === 'true' || word === 'false') return { kind: 'number', text: word === 'true' ? '1' : '0' }
  if (/^current_(timestamp|date|time)$/.test(word)) return { kind: 'sql', sql: { all: word } }
  return { kind: 'sql', sql: { all: sql } }
}

/** The text without the parentheses that enclose the whole of it. */
export function stripParentheses(text: string): string {
  let inner = text
  while (inner.startsWith('(') && closingOf(inner) === inner.length - 1) inner = inner.slice(1, -1).trim()
  return inner
}

const PIECE = /'(?:[^']|'')*'|"(?:[^"]|"")*"|`(?:[^`]|``)*`|\[[^\]]*\]|--[^\n]*|\/\*[\s\S]*?\*\/|[()]/g

/** Where the parenthesis that opens the text is closed, or -1. */
function closingOf(text: string): number {
  let depth = 0
  for (const { 0: piece, index } of text.matchAll(PIECE)) {
    if (piece === '(') depth++
    else if (piece === ')' && --depth === 0) return index
  }
  return -1
}
