import type { Parsed } from '../../../parse.ts'
import { type Change, replace } from './change.ts'

/** Takes an item out of a list, with the comma before it, or behind it where it is the first one. */
export function removeItem(parsed: Parsed, start: number, end: number): readonly Change[] {
  const { text } = parsed
  const before = text.slice(0, start).trimEnd()
  if (before.endsWith(',')) return [replace(parsed, before.length - 1, end, '')]
  const comma = /^\s*,\s*/.exec(text.slice(end))
  return [replace(parsed, start, end + (comma?.[0].length ?? 0), '')]
}
