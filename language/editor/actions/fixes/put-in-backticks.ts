import type { Parsed } from '../../../parse.ts'
import { type Fixer, fix } from '../fix.ts'
import { type Change, replace } from '../text/change.ts'
import { lineEnd, lineStart } from '../text/lines.ts'
import { closingOf } from './brackets.ts'

const BRACKETED = /(?:\bcheck(?:\s+[A-Za-z_]\w*)?|\bdefault|\bbackfill|\bconvert|\brevert|\bwhere|=)\s*(?=\()/g
const COMPUTED = /=\s+([^`\s](?:[^`]*[^`\s])?)\s+(?:stored|virtual)\b/g

/** Puts an expression that stands in brackets, or bare, between backticks. */
export const putInBackticks: Fixer = ({ parsed, start }) => {
  const from = lineStart(parsed.text, start)
  const line = parsed.text.slice(from, lineEnd(parsed.text, start))
  for (const { index, 0: head } of line.matchAll(BRACKETED)) {
    const open = from + index + head.length
    const close = closingOf(parsed.text.slice(0, from + line.length), open)
    if (close !== undefined && open <= start && start <= close)
      return wrapped(parsed, open, close + 1, parsed.text.slice(open + 1, close))
  }
  for (const { index, 0: whole, 1: sql } of line.matchAll(COMPUTED)) {
    const at = from + index + whole.indexOf(sql!)
    if (at <= start && start <= at + sql!.length) return wrapped(parsed, at, at + sql!.length, sql!)
  }
  return []
}

/** `default random()`: what only one database knows is SQL. */
export const callInBackticks: Fixer = ({ parsed, start, end, text }) => wrapped(parsed, start, end, text)

function wrapped(parsed: Parsed, start: number, end: number, sql: string) {
  const code = inBackticks(sql)
  const change: Change = replace(parsed, start, end, code)
  return fix('Put it in backticks', [change], true)
}

/** SQL between backticks. */
export function inBackticks(sql: string): string {
  return `\`${sql.trim().replaceAll('`', '``')}\``
}
