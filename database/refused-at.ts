import { readTokens, type SqlToken } from '../compiler/sql/tokens.ts'

/** What the drivers say of a statement that was refused. */
interface Refusal {
  readonly message: string
  /** Postgres: counted from 1, in letters of the statement. */
  readonly position?: string | number
  /** Postgres: what was at work, a line each, the innermost first. */
  readonly where?: string
  /** SQLite. */
  readonly errcode?: unknown
}

/** Reads a text as SQLite does and throws what it throws; nothing is run. */
export type Prepare = (sql: string) => void

/**
 * The offset in a statement at which the database stopped; undefined where it does not say. Postgres gives the place, SQLite
 * only a word: of a syntax error the one with which the text first is wrong, of a missing name the first that stands there.
 */
export function refusedAt(error: Refusal, sql: string, prepare?: Prepare): number | undefined {
  if (error.position !== undefined) return offsetOfLetter(sql, Number(error.position))
  if (error.errcode === undefined) return offsetInBody(error.where, sql)
  const near = /near "(.*)": syntax error/s.exec(error.message)?.[1]
  if (near !== undefined) return nearOf(near, sql, prepare)
  if (/incomplete input/.test(error.message)) return sql.length
  const missing = /\bno such (?:column|table|function|collation sequence): (\S+)/.exec(error.message)?.[1]
  return missing === undefined ? undefined : nameIn(missing, sql)
}

/** A routine in PL/pgSQL that was running, and the line of its body, counted from 1. */
export interface Running {
  /** `add(integer)`, with its schema where the search path does not have it. */
  readonly routine: string
  readonly line: number
}

/** A line about a routine that was running, in any language of the server: the name with its types, then the line. */
const RUNNING = /PL\/pgSQL(?: function|-\S+|関数|函数|함수)?\s*(\S.*\))\D+?(\d+)/m

/** The innermost routine that was running when the database stopped. */
export function runningAt(where: string | undefined): Running | undefined {
  const found = RUNNING.exec(where ?? '')
  return found === null ? undefined : { routine: found[1]!, line: Number(found[2]) }
}

/** The offset of a line of the body that a statement has between dollar signs: of its first word. */
export function offsetOfLine(sql: string, line: number): number | undefined {
  const body = readTokens(sql).findLast(({ kind, text }) => kind === 'string' && /^\$[^$]*\$/.test(text))
  if (body === undefined) return undefined
  const tag = /^\$[^$]*\$/.exec(body.text)![0].length
  const lines = body.text.slice(tag).split('\n')
  if (line > lines.length) return undefined
  const before = lines.slice(0, line - 1).reduce((sum, text) => sum + text.length + 1, 0)
  return body.start + tag + before + /^\s*/.exec(lines[line - 1]!)![0].length
}

/** PL/pgSQL says the line alone of what it finds wrong in the routine that a statement makes, or in the block that it runs. */
function offsetInBody(where: string | undefined, sql: string): number | undefined {
  const made = /^(?!.*\)|.*inline_code_block).*PL\/pgSQL.*\D(\d+)\D*$/m.exec(where ?? '')?.[1]
  const run = /PL\/pgSQL.*inline_code_block\D+?(\d+)/m.exec(where ?? '')?.[1]
  const line = made ?? run
  return line === undefined ? undefined : offsetOfLine(sql, Number(line))
}

/** Letters outside of the basic plane are two units of a text. */
function offsetOfLetter(sql: string, position: number): number {
  let offset = 0
  let letter = 1
  for (const sign of sql) {
    if (letter++ >= position) break
    offset += sign.length
  }
  return offset
}

function nearOf(word: string, sql: string, prepare: Prepare | undefined): number | undefined {
  const places = readTokens(sql).filter(token => token.text === word || token.text.startsWith(word))
  if (places.length < 2 || prepare === undefined) return places[0]?.start
  return (places.find(token => stopsAt(token, word, sql, prepare)) ?? places[0])?.start
}

function stopsAt({ start }: SqlToken, word: string, sql: string, prepare: Prepare): boolean {
  try {
    prepare(sql.slice(0, start + word.length))
    return false
  } catch (error) {
    return (error as Error).message.includes(`near "${word}": syntax error`)
  }
}

function nameIn(path: string, sql: string): number | undefined {
  const parts = path.split('.')
  const name = parts.at(-1)!.toLowerCase()
  const tokens = readTokens(sql).filter(token => token.kind !== 'comment')
  const at = tokens.findIndex(
    (token, place) =>
      (token.kind === 'name' || token.kind === 'quoted name') &&
      token.value.toLowerCase() === name &&
      (parts.length < 2 || parts[0] === 'main' || tokens[place - 1]?.text === '.'),
  )
  return tokens[at]?.start
}
