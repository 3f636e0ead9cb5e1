import type { Lexed } from '../../lexer/lexed.ts'
import { Token } from '../../lexer/token.ts'
import type { Parsed } from '../../parse.ts'
import { walkingLexer } from './grammar/grammar.ts'
import { lineTokens } from './line-tokens.ts'

/** What an editor's cursor stands in, with the tokens of its line before that, and those of the heads around the line. */
export interface Cursor {
  /** A word or the place for one, a string, or SQL in backticks. */
  readonly kind: 'word' | 'string' | 'sql'
  readonly tokens: readonly Token[]
  readonly offset: number
  /** The word under the cursor, or what stands between the marks of the string or the SQL. */
  readonly start: number
  readonly end: number
}

/** Where a cursor stands; nothing inside of a comment. Only the declaration around it is looked at. */
export function cursorAt({ ast, text }: Parsed, offset: number): Cursor | undefined {
  const [from, to] = stretchAround(ast.elements, offset, text.length)
  const lexed = walkingLexer().tokenizePart(text, from, to)
  if (lexed.report.comments.some(comment => isInComment(comment, offset))) return undefined
  const tokens = withCommas(lexed, text)
  const at = tokens.findIndex(token => endOf(token) >= offset && token.startOffset < offset && token.image !== '')
  const token = at < 0 ? undefined : tokens[at]!
  const before = lineTokens(tokens.filter(one => isBefore(one, offset) && one !== token))
  const sql = openSql(token, tokens, before, lexed, text, offset)
  if (sql !== undefined) return sql
  if (token?.tokenType.name === 'STRING' && (offset < endOf(token) || !isClosed(token, lexed))) {
    const start = token.startOffset + token.image.indexOf("'") + 1
    return {
      kind: 'string',
      tokens: before,
      offset,
      start,
      end: isClosed(token, lexed) ? endOf(token) - 1 : endOf(token),
    }
  }
  if (token === undefined || !/^[\p{L}\p{N}_"]/u.test(token.image) || token.tokenType.name === 'STRING') {
    const all = token === undefined ? before : lineTokens(tokens.filter(one => isBefore(one, offset)))
    return { kind: 'word', tokens: all, offset, start: offset, end: offset }
  }
  const end = isClosed(token, lexed) ? endOf(token) : offset
  return { kind: 'word', tokens: before, offset, start: token.startOffset, end }
}

/** A comma that is needless at the end of a line is needed while the bracket before it is still open. */
function withCommas({ tokens, report }: Lexed, text: string): readonly Token[] {
  const left = report.problems.filter(({ code, offset }) => code === 'MIG104' && text[offset] === ',')
  if (left.length === 0) return tokens
  const type = walkingLexer().types.marks.get(',')!
  const commas = left.map(({ offset, line, column }) => new Token(type, ',', offset, line ?? 1, column ?? 1))
  return [...tokens, ...commas].sort((a, b) => a.startOffset - b.startOffset)
}

/** From the declaration that an offset stands in up to the next one. */
function stretchAround(elements: Parsed['ast']['elements'], offset: number, length: number): readonly [number, number] {
  let from = 0
  for (const { $cstNode: cst } of elements) {
    if (cst === undefined) continue
    if (cst.offset > offset) return [from, cst.offset]
    from = cst.offset
  }
  return [from, length]
}

function endOf({ startOffset, image }: Token): number {
  return startOffset + image.length
}

/** Line breaks and braces that the lexer added where the text ends are none before the cursor. */
function isBefore(token: Token, offset: number): boolean {
  return token.image === '' ? token.startOffset < offset : endOf(token) <= offset
}

function isInComment({ kind, text, offset: start }: Lexed['report']['comments'][number], offset: number): boolean {
  const end = start + text.length
  const isOpen = kind !== 'block' || text.length < 4 || !text.endsWith('*/')
  return offset > start && (offset < end || (offset === end && isOpen))
}

function isClosed({ startOffset }: Token, { report }: Lexed): boolean {
  return !report.problems.some(problem => problem.code === 'MIG102' && problem.offset === startOffset)
}

const BODIES: ReadonlySet<string> = new Set(['view', 'trigger', 'sql', 'create', 'drop', 'alter'])

/** SQL under the cursor. Where its closing backtick is missing, that of a view or a trigger goes on over the lines. */
function openSql(
  token: Token | undefined,
  tokens: readonly Token[],
  before: readonly Token[],
  lexed: Lexed,
  text: string,
  offset: number,
): Cursor | undefined {
  if (token?.tokenType.name === 'SQL') {
    const closed = isClosed(token, lexed)
    if (offset === endOf(token) && closed) return undefined
    const end = closed ? endOf(token) - 1 : endOf(token)
    return { kind: 'sql', tokens: before, offset, start: token.startOffset + 1, end }
  }
  const open = tokens.findLast(one => one.tokenType.name === 'SQL' && endOf(one) <= offset)
  if (open === undefined || isClosed(open, lexed)) return undefined
  const lineEnd = text.indexOf('\n', open.startOffset)
  const head = lineTokens(tokens.filter(one => endOf(one) <= open.startOffset))
  const isBody = BODIES.has(head[0]?.image ?? '') || text.slice(open.startOffset + 1, lineEnd).trim() === ''
  if (lineEnd < 0 || lineEnd >= offset || !isBody || /\n\S/.test(text.slice(lineEnd + 1, offset))) return undefined
  const next = text.indexOf('\n', offset)
  return { kind: 'sql', tokens: head, offset, start: open.startOffset + 1, end: next < 0 ? text.length : next }
}
