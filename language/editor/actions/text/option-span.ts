import type { Parsed } from '../../../parse.ts'
import type { Span } from './nodes.ts'

const BEFORE =
  /(?:\b(?:(?:not\s+null\s+)?on\s+conflict|only|was|using|collate|where|start|increment|initially|nulls|backfill|enable|convert|revert|default|postgres|sqlite|on\s+(?:delete|update))\s+)$/
const BEHIND: Readonly<Record<string, RegExp>> = {
  nulls: /^\s+not\s+distinct\b/,
  match: /^\s+full\b/,
  without: /^\s+rowid\b/,
  replica: /^\s+identity\b/,
  not: /^\s+(?:null|valid)\b/,
  'set null': /^\s*\([^)]*\)/,
  'set default': /^\s*\([^)]*\)/,
  deferrable: /^\s+initially\s+(?:deferred|immediate)\b/,
}

/** The whole of an option of which a part stands there: the word before its value, or what follows its first word. */
export function optionSpan({ text }: Parsed, start: number, end: number): Span {
  const before = BEFORE.exec(text.slice(Math.max(0, start - 40), start))?.[0].length ?? 0
  const behind = BEHIND[text.slice(start, end)]?.exec(text.slice(end, end + 60))?.[0].length ?? 0
  return { start: start - before, end: end + behind }
}
