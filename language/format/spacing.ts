const TIGHT_AFTER: ReadonlySet<string> = new Set(['(', '[', '.', '-', '+'])
const TIGHT_BEFORE: ReadonlySet<string> = new Set([')', ']', '[', ',', '?', ':', '.'])

/** Whether two tokens that follow each other on a line are parted by a blank. */
export function isParted(before: string, after: string, isTightBracket: boolean): boolean {
  if (TIGHT_AFTER.has(before) || TIGHT_BEFORE.has(after)) return false
  return !(after === '(' && isTightBracket)
}

/** The same in a text of Postgres, where a blank that is written can mean something. */
export function isPartedInText(before: string, after: string, isWritten: boolean): boolean {
  if (before === '(' || after === ')' || after === ',') return false
  return before === ',' || isWritten
}
