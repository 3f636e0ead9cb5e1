import { parseText } from '../parse.ts'
import { alignRows } from './align-rows.ts'
import { buildRows } from './build-rows.ts'
import { moveHints } from './move-hints.ts'
import { writeRows } from './write-rows.ts'

/**
 * The text in its one form: two spaces, the names of a run of columns padded, hints last on their line, at most one blank
 * line, SQL untouched. A text with errors comes back as it is. Formatting twice changes nothing more.
 */
export function formatText(text: string): string {
  const parsed = parseText(text, '')
  if (parsed.errors.length > 0) return text
  const moved = moveHints(parsed)
  const rows = buildRows(moved === text ? parsed : parseText(moved, ''))
  alignRows(rows)
  return writeRows(rows, text)
}
