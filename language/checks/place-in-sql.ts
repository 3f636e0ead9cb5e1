import { readSqlText } from '../literals/sql-literal.ts'

/** Where a letter of the SQL that `readSqlText` gives stands in the text with its backticks. */
export function placeInSql(source: string, offset: number): number {
  const { body, places, end } = undoubled(source)
  if (!body.includes('\n')) return places[offset] ?? end
  const sql = readSqlText(source)
  const before = sql.slice(0, offset).split('\n')
  const bodyLines = body.split('\n')
  const skipped = bodyLines[0]!.trim() === '' ? 1 : 0
  const line = before.length - 1 + skipped
  const indent = (bodyLines[line]?.length ?? 0) - (sql.split('\n')[line - skipped]?.length ?? 0)
  let start = 0
  for (let at = 0; at < line; at++) start += (bodyLines[at]?.length ?? 0) + 1
  return places[start + indent + before.at(-1)!.length] ?? end
}

/** The text between the backticks, and the place in `source` of each of its letters. */
function undoubled(source: string): { body: string; places: readonly number[]; end: number } {
  const end = source.length > 1 && source.endsWith('`') ? source.length - 1 : source.length
  const places: number[] = []
  let body = ''
  for (let at = 1; at < end; at++) {
    const next = source[at + 1]
    if (source[at] === '\r' && next === '\n') continue
    places.push(at)
    body += source[at]
    if (source[at] === '`' && next === '`') at++
  }
  return { body, places, end }
}
