import { type LexedKind, lex, type SqlTokenKind } from './lexer.ts'
import { isReserved } from './reserved-words.ts'
import { nameValue, stringValue } from './token-value.ts'

/** A piece of SQL text. `value` is what it stands for: quotes undone, an unquoted name in lower case. */
export interface SqlToken {
  readonly kind: SqlTokenKind
  readonly text: string
  readonly value: string
  readonly start: number
  readonly end: number
}

const CACHED_TEXTS = 400
const LONGEST_CACHED = 50_000
const cache = new Map<string, readonly SqlToken[]>()

/** The pieces of any text in the lexical rules of Postgres and SQLite together; white space is dropped. Never throws. */
export function readTokens(text: string): readonly SqlToken[] {
  const known = cache.get(text)
  if (known !== undefined) return known
  const tokens = read(text)
  if (text.length <= LONGEST_CACHED) {
    if (cache.size >= CACHED_TEXTS) cache.delete(cache.keys().next().value!)
    cache.set(text, tokens)
  }
  return tokens
}

function read(text: string): readonly SqlToken[] {
  const pieces = lex(text)
  const tokens: SqlToken[] = []
  let previous: SqlToken | undefined
  let brackets = 0
  for (let at = 0; at < pieces.length; at++) {
    const piece = pieces[at]!
    const next = pieces[at + 1]
    let kind = piece.kind
    let spelled = piece.text
    if (kind === 'question')
      kind = spelled === '?' && previous !== undefined && isValue(previous) ? 'operator' : 'parameter'
    if (kind === 'colon') {
      kind = 'punctuation'
      if (brackets === 0 && next?.kind === 'name' && next.start === piece.start + 1) {
        kind = 'parameter'
        spelled += next.text
        at++
      }
    }
    if (kind === 'punctuation' && spelled === '[') brackets++
    if (kind === 'punctuation' && spelled === ']' && brackets > 0) brackets--
    const token = {
      kind,
      text: spelled,
      value: tokenValue(kind, spelled),
      start: piece.start,
      end: piece.start + spelled.length,
    }
    tokens.push(token)
    if (kind !== 'comment') previous = token
  }
  return tokens
}

function tokenValue(kind: LexedKind, text: string): string {
  if (kind === 'name' || kind === 'quoted name') return nameValue(text)
  return kind === 'string' ? stringValue(text) : text
}

/** Whether a token can end an operand, so that what follows is an operator on it. */
function isValue(token: SqlToken): boolean {
  if (token.kind === 'name') return !isReserved(token.value)
  if (token.kind === 'punctuation') return token.text === ')' || token.text === ']'
  return token.kind !== 'operator' && token.kind !== 'unknown'
}
