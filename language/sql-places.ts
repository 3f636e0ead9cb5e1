import { type AstNode, AstUtils } from 'langium'
import type { DialectName } from '../compiler/schema/dialect.ts'
import { readTokens, type SqlToken } from '../compiler/sql/tokens.ts'
import { placeInSql } from './checks/place-in-sql.ts'
import type { Range } from './diagnostic.ts'
import type { Sql } from './generated/ast.ts'
import { readSqlText } from './literals/sql-literal.ts'
import type { Parsed } from './parse.ts'
import { placeOfProperty } from './straight/place-of.ts'

/** A statement that was rendered for a database, and the place in it that is looked for; without one, the text it was made of. */
export interface Rendered {
  readonly sql: string
  readonly offset?: number
  readonly dialect: DialectName
}

/** SQL between backticks: what it says, and how a place in it is found in the file. */
interface Written {
  readonly text: string
  readonly offset: number
  readonly source: string
}

/**
 * The place in a `.mig` text of what stands at a place of a rendered statement: the SQL between backticks that `node` has is
 * looked for in the statement word by word, since there it may have schemas before its names and other blanks. Where the
 * database stopped right behind a text, that ends too early: its last word is the place.
 */
export function placeOfRendered(node: AstNode, parsed: Parsed, { sql, offset, dialect }: Rendered): Range | undefined {
  const written = textsOf(node, parsed, dialect)
  if (offset === undefined) {
    const [only, more] = written.filter(({ text }) => regionsOf(sql).some(region => align(region, text) !== undefined))
    return only === undefined || more !== undefined ? undefined : rangeOf(parsed, only, wordsOf(only.text)[0])
  }
  const regions = regionsOf(sql).flatMap(region => {
    const at = lastBefore(region, offset)
    return at === undefined ? [] : [{ region, at }]
  })
  for (const { region, at } of regions) {
    for (const one of written) {
      const found = align(region, one.text, at)
      if (found !== undefined) return rangeOf(parsed, one, found)
    }
  }
  for (const { region, at } of regions) {
    for (const one of written) {
      const last = wordsOf(one.text).at(-1)
      if (last !== undefined && align(region, one.text, at - 1) === last) return rangeOf(parsed, one, last)
    }
  }
  return undefined
}

/** The texts for one database, the longest first: a short one may stand in a longer one by chance. */
function textsOf(node: AstNode, parsed: Parsed, dialect: DialectName): readonly Written[] {
  const written: Written[] = []
  for (const one of AstUtils.streamAst(node)) {
    if (one.$type === 'TextWord') {
      const { text, $cstNode: cst } = one as AstNode & { readonly text?: string }
      if (text?.startsWith('`') && cst !== undefined) written.push(writtenAt(parsed, cst.offset, cst.end))
    }
    if (one.$type !== 'Sql') continue
    const part = ((one as Sql)[dialect]?.length ?? 0) > 0 ? dialect : 'all'
    const place = placeOfProperty(one, part, 0)
    if (place !== undefined) written.push(writtenAt(parsed, place.offset, place.end))
  }
  return written.sort((a, b) => b.text.length - a.text.length)
}

function writtenAt({ text }: Parsed, offset: number, end: number): Written {
  const source = text.slice(offset, end)
  return { text: readSqlText(source), offset, source }
}

/** A part of a statement that is SQL of its own: the whole, or what stands in a string between dollar signs. */
interface Region {
  readonly start: number
  readonly tokens: readonly SqlToken[]
}

function regionsOf(sql: string): readonly Region[] {
  const tokens = wordsOf(sql)
  const inner = tokens.flatMap(token => {
    const tag = token.kind === 'string' ? /^\$[^$]*\$/.exec(token.text)?.[0] : undefined
    if (tag === undefined) return []
    const text = token.text.slice(tag.length, -tag.length)
    return [{ start: token.start + tag.length, tokens: wordsOf(text) }]
  })
  return [...inner, { start: 0, tokens }]
}

function wordsOf(sql: string): readonly SqlToken[] {
  return readTokens(sql).filter(token => token.kind !== 'comment')
}

/** The number of the token that an offset of the statement stands in or behind. */
function lastBefore({ start, tokens }: Region, offset: number): number | undefined {
  const at = tokens.findLastIndex(token => start + token.start <= offset)
  const isBehind = at === tokens.length - 1 && tokens[at] !== undefined && offset > start + tokens[at].end + 2
  return at < 0 || isBehind ? undefined : at
}

/** The token of a text that stands at `at` in a region, where the text stands there; without `at`, its first. */
function align({ tokens }: Region, text: string, at?: number): SqlToken | undefined {
  const words = wordsOf(text)
  if (words.length === 0) return undefined
  const from = at === undefined ? 0 : Math.max(0, at - 3 * words.length)
  for (let start = from; start < tokens.length && start <= (at ?? start); start++) {
    const found = matchFrom(tokens, start, words, at ?? start)
    if (found !== undefined) return found
  }
  return undefined
}

function matchFrom(
  tokens: readonly SqlToken[],
  start: number,
  words: readonly SqlToken[],
  at: number,
): SqlToken | undefined {
  let found: SqlToken | undefined
  let next = start
  for (const word of words) {
    while (tokens[next]?.text !== word.text && tokens[next + 1]?.text === '.') {
      if (next === at || next + 1 === at) found = word
      next += 2
    }
    if (tokens[next]?.text !== word.text) next = behindTable(tokens, next)
    if (tokens[next]?.text !== word.text) return undefined
    if (next === at) found = word
    next++
  }
  return found
}

/** What stands behind the table that is put into the text of a trigger or a rule: `on shop.orders`, `to orders`. */
function behindTable(tokens: readonly SqlToken[], at: number): number {
  if (tokens[at]?.text !== 'on' && tokens[at]?.text !== 'to') return at
  return tokens[at + 2]?.text === '.' ? at + 4 : at + 2
}

function rangeOf(parsed: Parsed, { offset, source }: Written, token: SqlToken | undefined): Range | undefined {
  if (token === undefined) return undefined
  const start = offset + placeInSql(source, token.start)
  const end = token.text.includes('\n') ? start + 1 : offset + placeInSql(source, token.end)
  return parsed.lines.range(start, end - start)
}
