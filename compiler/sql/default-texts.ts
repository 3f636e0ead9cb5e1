import type { QName } from '../schema/name.ts'
import { readCode } from './code.ts'
import { applyEdits } from './edits.ts'
import { meansName } from './same-relation.ts'
import type { SqlToken } from './tokens.ts'

const SIGNS: ReadonlySet<string> = new Set(['(', ')', '[', ']', ',', '.', '::'])
const WORDS: ReadonlySet<string> = new Set(['array', 'cast', 'as'])

/**
 * The SQL of a default with its strings changed, as long as it is nothing but strings, lists of them and casts to `type`:
 * then every string in it is a value of the type, or an array of such values. Other SQL stays as it is.
 */
export function mapDefaultTexts(sql: string, type: QName, change: (text: string) => string): string {
  const edits = defaultTexts(sql, type).flatMap(({ value, start, end }) => {
    const text = change(value)
    return text === value ? [] : [{ start, end, text: `'${text.replaceAll("'", "''")}'` }]
  })
  return applyEdits(sql, edits)
}

/** The strings of such a default; none where there is anything else in it. */
export function defaultTexts(sql: string, type: QName): readonly SqlToken[] {
  const texts: SqlToken[] = []
  for (const token of readCode(sql).tokens) {
    if (token.kind === 'string') {
      if (!token.text.startsWith("'")) return []
      texts.push(token)
    } else if (token.kind === 'name' || token.kind === 'quoted name') {
      const isType = meansName(token.value, type.name) || token.value === (type.schema ?? 'public')
      if (!isType && !(token.kind === 'name' && WORDS.has(token.value))) return []
    } else if (!SIGNS.has(token.text)) return []
  }
  return texts
}
