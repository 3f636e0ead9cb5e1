import type { Type } from '../../schema/type.ts'
import { mapArrayText } from '../../sql/array-text.ts'

const NUMBERS: ReadonlySet<string> = new Set(['smallint', 'int', 'bigint', 'decimal', 'real', 'double'])

/**
 * A Postgres array literal (`{a,"b c",NULL}`, arrays.html section 8.15.2) as the JSON that SQLite holds instead; a text
 * that is no such literal, JSON above all, stays as it is.
 */
export function jsonOfArrayLiteral(text: string, of: Type): string {
  const item = itemOf(of)
  const items: string[] = []
  const shape = mapArrayText(text, (value, { quoted }) => `#${items.push(jsonItem(value, quoted, item)) - 1}`)
  if (shape === undefined) return text
  const json = shape.replace(/\s+/g, '').replace(/[{}]|#\d+/g, sign => BRACKETS[sign] ?? items[Number(sign.slice(1))]!)
  return isJson(json) ? json : text
}

const BRACKETS: Readonly<Record<string, string>> = { '{': '[', '}': ']' }

function itemOf(type: Type): Type {
  return type.kind === 'array' ? itemOf(type.of) : type
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

function jsonItem(text: string, quoted: boolean, of: Type): string {
  if (!quoted && text.toUpperCase() === 'NULL') return 'null'
  if (of.kind === 'builtin' && NUMBERS.has(of.name) && /^-?(0|[1-9]\d*)(\.\d+)?$/.test(text)) return text
  if (of.kind === 'builtin' && of.name === 'bool' && /^(t|f|true|false)$/i.test(text))
    return /^t/i.test(text) ? 'true' : 'false'
  return JSON.stringify(text)
}
