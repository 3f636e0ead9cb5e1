import type { TextGroup, TextPart } from '../../generated/ast.ts'
import { readSqlText } from '../../literals/sql-literal.ts'

/** A text of Postgres from its tokens, with a blank between them; `::` is one sign again, SQL loses its backticks. */
export function textOf(parts: readonly TextPart[]): string {
  let text = ''
  let previous = ''
  for (const part of parts) {
    const next = part.$type === 'TextGroup' ? `(${textOf(part.parts)})` : wordOf(part.text ?? '')
    text += text === '' || (previous === ':' && next === ':') ? next : ` ${next}`
    previous = next
  }
  return text
}

/** What stands between the brackets of a group. */
export function insideOf(group: TextGroup | undefined): string {
  return textOf(group?.parts ?? [])
}

function wordOf(text: string): string {
  return text.startsWith('`') ? readSqlText(text) : text
}
