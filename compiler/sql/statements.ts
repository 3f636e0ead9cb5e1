import { readTokens, type SqlToken } from './tokens.ts'

/** One statement of a script, without its semicolon; the comments before it belong to it. */
export interface ScriptStatement {
  readonly text: string
  readonly start: number
  readonly end: number
}

/**
 * Splits a script at the semicolons between its statements: not at those in strings, brackets, the body of a trigger
 * (`begin … end`) or of a function (`begin atomic … end`). What is left out is white space, semicolons and comments
 * that no statement follows.
 */
export function splitStatements(text: string): readonly ScriptStatement[] {
  const statements: ScriptStatement[] = []
  let open: Statement | undefined
  for (const token of readTokens(text)) {
    const isEnd = token.kind === 'punctuation' && token.text === ';' && (open === undefined || isClosed(open))
    if (!isEnd) open = grown(open ?? newStatement(token), token)
    else {
      if (open?.last !== undefined) statements.push(statementOf(text, open.start, open.last))
      open = undefined
    }
  }
  if (open?.last !== undefined) statements.push(statementOf(text, open.start, open.last))
  return statements
}

interface Statement {
  readonly start: number
  /** The end of the last token that is no comment. */
  last: number | undefined
  /** Its first words, which tell whether it can have a body. */
  readonly words: string[]
  brackets: number
  /** Open BEGIN and CASE. */
  blocks: number
  previous: SqlToken | undefined
}

const FIRST_WORDS = 6
const BODIES = ['trigger', 'function', 'procedure']

function newStatement(first: SqlToken): Statement {
  return { start: first.start, last: undefined, words: [], brackets: 0, blocks: 0, previous: undefined }
}

function statementOf(text: string, start: number, end: number): ScriptStatement {
  return { text: text.slice(start, end), start, end }
}

function isClosed({ brackets, blocks }: Statement): boolean {
  return brackets <= 0 && blocks === 0
}

function grown(statement: Statement, token: SqlToken): Statement {
  if (token.kind === 'comment') return statement
  const { previous, words } = statement
  statement.last = token.end
  statement.previous = token
  if (token.kind === 'punctuation') {
    if (token.text === '(') statement.brackets++
    if (token.text === ')') statement.brackets--
  }
  if (token.kind !== 'name' || previous?.text === '.') return statement
  if (statement.blocks > 0) {
    if (token.value === 'case') statement.blocks++
    if (token.value === 'end') statement.blocks--
  } else if (opensBody(words, token.value, previous)) statement.blocks = 1
  if (words.length < FIRST_WORDS) words.push(token.value)
  return statement
}

/** SQLite's trigger bodies begin with BEGIN, those of Postgres' functions with BEGIN ATOMIC. */
function opensBody(words: readonly string[], word: string, previous: SqlToken | undefined): boolean {
  if (words[0] !== 'create' || !BODIES.some(body => words.includes(body))) return false
  if (words.includes('trigger')) return word === 'begin'
  return word === 'atomic' && previous?.kind === 'name' && previous.value === 'begin'
}
