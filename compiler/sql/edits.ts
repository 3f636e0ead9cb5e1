import { foldName, sqlName } from './name-text.ts'
import type { SqlToken } from './tokens.ts'

/** A piece of a text that is replaced. */
export interface Edit {
  readonly start: number
  readonly end: number
  readonly text: string
}

/** The text with every edit made; the edits do not overlap. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  let result = ''
  let at = 0
  for (const edit of [...edits].sort((a, b) => a.start - b.start || a.end - b.end)) {
    if (edit.start < at) continue
    result += text.slice(at, edit.start) + edit.text
    at = edit.end
  }
  return result + text.slice(at)
}

/** Whether a token is that name: quotes keep letter case, except those that only SQLite has. */
export function isNamed(token: SqlToken, name: string): boolean {
  if (token.value === name) return true
  if (token.kind === 'name') return token.value === foldName(name)
  return (token.text[0] === '[' || token.text[0] === '`') && foldName(token.value) === foldName(name)
}

/** A new name in the place of an old one, in quotes where it needs them or where the old one had them without need. */
export function inPlaceOf(token: SqlToken, name: string): string {
  if (token.kind === 'name') return sqlName(name)
  const needless = sqlName(token.value) === token.value
  if (!needless && sqlName(name) === name) return name
  if (token.text[0] === '[' && !name.includes(']') && name !== '') return `[${name}]`
  return token.text[0] === '`' ? `\`${name.replaceAll('`', '``')}\`` : `"${name.replaceAll('"', '""')}"`
}
