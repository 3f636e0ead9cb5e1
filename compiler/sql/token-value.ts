import { foldName } from './name-text.ts'
import { dollarTag, openingQuote } from './token-scan.ts'

const ESCAPES = new Map([
  ['b', '\b'],
  ['f', '\f'],
  ['n', '\n'],
  ['r', '\r'],
  ['t', '\t'],
])

/** What a string stands for: quotes, doubling and escapes undone. Bits and bytes keep their digits. */
export function stringValue(text: string): string {
  const tag = text[0] === '$' ? dollarTag(text, 0) : undefined
  if (tag !== undefined) return text.slice(tag.length, text.length - tag.length)
  const inner = quotedValue(text)
  if ('eE'.includes(text[0]!))
    return inner.replace(/\\(u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|x[0-9a-fA-F]{1,2}|[0-7]{1,3}|.)/gs, unescaped)
  return inner
}

/** What a name stands for: unquoted letters folded, quotes and their doubling undone. */
export function nameValue(text: string): string {
  if (text[0] === '[') return text.slice(1, -1)
  return openingQuote(text, 0) < 0 ? foldName(text) : quotedValue(text)
}

function quotedValue(text: string): string {
  const open = openingQuote(text, 0)
  const quote = text[open]!
  const inner = text.slice(open + 1, -1).replaceAll(quote + quote, quote)
  return 'uU'.includes(text[0]!) && open === 2
    ? inner.replace(/\\(\+[0-9a-fA-F]{6}|[0-9a-fA-F]{4}|\\)/g, (all, code) =>
        code === '\\' ? '\\' : letter(code, all),
      )
    : inner
}

function unescaped(all: string, code: string): string {
  if (/^[uUx]./.test(code)) return letter(code.slice(1), all)
  if (/^[0-7]/.test(code)) return String.fromCharCode(Number.parseInt(code, 8))
  return ESCAPES.get(code) ?? code
}

function letter(hex: string, otherwise: string): string {
  const code = Number.parseInt(hex.replace('+', ''), 16)
  return code <= 0x10ffff ? String.fromCodePoint(code) : otherwise
}
