import type { Type } from '../../schema/type.ts'

const NUMBERS: ReadonlySet<string> = new Set(['smallint', 'int', 'bigint', 'decimal', 'real', 'double'])

/**
 * A Postgres array literal (`{a,"b c",NULL}`, arrays.html section 8.15.2) as the JSON that SQLite holds instead; a text
 * that is no such literal, JSON above all, stays as it is.
 */
export function jsonOfArrayLiteral(text: string, of: Type): string {
  const items = readItems(text.trim())
  return items === undefined ? text : `[${items.map(item => jsonItem(item, of)).join(',')}]`
}

interface Item {
  readonly text: string
  readonly quoted: boolean
}

const ITEM = /\s*(?:"((?:[^"\\]|\\.)*)"|([^"\\{},\s](?:[^"\\{},]*[^"\\{},\s])?))\s*([,}])/y

function readItems(text: string): readonly Item[] | undefined {
  if (/^\{\s*\}$/.test(text)) return []
  if (!text.startsWith('{')) return undefined
  const items: Item[] = []
  ITEM.lastIndex = 1
  for (;;) {
    const match = ITEM.exec(text)
    if (match === null) return undefined
    const [, quoted, plain, end] = match
    items.push(quoted === undefined ? { text: plain!, quoted: false } : { text: undoEscapes(quoted), quoted: true })
    if (end === '}') return ITEM.lastIndex === text.length ? items : undefined
  }
}

function undoEscapes(text: string): string {
  return text.replace(/\\(.)/gs, '$1')
}

function jsonItem({ text, quoted }: Item, of: Type): string {
  if (!quoted && text.toUpperCase() === 'NULL') return 'null'
  if (of.kind === 'builtin' && NUMBERS.has(of.name) && /^-?(0|[1-9]\d*)(\.\d+)?$/.test(text)) return text
  if (of.kind === 'builtin' && of.name === 'bool' && /^(t|f|true|false)$/i.test(text))
    return /^t/i.test(text) ? 'true' : 'false'
  return JSON.stringify(text)
}
