import { readTokens, type SqlToken } from './tokens.ts'

/** A text's tokens without its comments, and for each bracket the place of its partner. */
export interface Code {
  readonly text: string
  readonly tokens: readonly SqlToken[]
  /** By the place of `(` or `[`: that of the closing one, or the number of tokens. By the place of a closing one: -1. */
  readonly closes: Int32Array
}

const cache = new WeakMap<readonly SqlToken[], Code>()

/** The tokens that mean something, with their brackets paired. */
export function readCode(text: string): Code {
  const all = readTokens(text)
  const known = cache.get(all)
  if (known !== undefined) return known
  const tokens = all.filter(token => token.kind !== 'comment')
  const code = { text, tokens, closes: pair(tokens) }
  cache.set(all, code)
  return code
}

function pair(tokens: readonly SqlToken[]): Int32Array {
  const closes = new Int32Array(tokens.length).fill(-1)
  const open: number[] = []
  tokens.forEach((token, at) => {
    if (token.kind !== 'punctuation') return
    if (token.text === '(' || token.text === '[') {
      closes[at] = tokens.length
      open.push(at)
    } else if (token.text === ')' || token.text === ']') {
      const wanted = token.text === ')' ? '(' : '['
      const last = open.at(-1)
      if (last !== undefined && tokens[last]!.text === wanted) closes[open.pop()!] = at
    }
  })
  return closes
}

/** Whether the token at `at` is that sign. */
export function isSign(code: Code, at: number, sign: string): boolean {
  const token = code.tokens[at]
  return token !== undefined && token.text === sign && (token.kind === 'punctuation' || token.kind === 'operator')
}

/** The unquoted word at `at` in lower case; the empty text where there is none. */
export function wordAt(code: Code, at: number): string {
  const token = code.tokens[at]
  return token?.kind === 'name' ? token.value : ''
}

/** Whether the unquoted words `words` stand at `at` one after the other. */
export function hasWords(code: Code, at: number, ...words: readonly string[]): boolean {
  return words.every((word, offset) => wordAt(code, at + offset) === word)
}

/** Whether the token at `at` can be part of a name. */
export function isName(code: Code, at: number): boolean {
  const kind = code.tokens[at]?.kind
  return kind === 'name' || kind === 'quoted name'
}

/** The place after the token at `at`, or after its whole group when it opens one; never past `to`. */
export function after(code: Code, at: number, to: number): number {
  const close = code.closes[at]!
  return Math.min(close < 0 ? at + 1 : close + 1, to)
}

/** The text from the token at `from` to the one before `to`. */
export function sliceOf(code: Code, from: number, to: number): string {
  return from < to ? code.text.slice(code.tokens[from]!.start, code.tokens[to - 1]!.end) : ''
}
