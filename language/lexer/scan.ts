import type { TokenType } from 'chevrotain'
import type { Comment, LexProblem } from './lexed.ts'
import { readQuoted } from './read-quoted.ts'
import { readSql } from './read-sql.ts'
import { Token } from './token.ts'
import type { TokenTypes } from './token-types.ts'

/** The tokens of a text, each line break among them, and what is no token. */
export interface Scan {
  readonly tokens: Token[]
  readonly comments: Comment[]
  readonly problems: LexProblem[]
}

const WORD = /[\p{L}_][\p{L}\p{M}\p{N}_$]*/uy
const TIMESTAMP = /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z/y
const ID_LIKE_NUMBER = /\d+(?![eE][+-]?\d+(?!\w))[A-Za-z_]\w*/y
const NUMBER = /(?:\d+(?:\.\d+)*|\.\d+)(?:[eE][+-]?\d+)?/y
const STRAY = /[^\s\w"'`{}()[\],.=:?+/-]+/uy

/**
 * Splits a text, or the part of it between two tokens, into tokens. Whatever the text is, every character of it is passed
 * over exactly once.
 */
export function scan(text: string, types: TokenTypes, from = 0, to = text.length): Scan {
  return new Scanner(text, types, from, to).run()
}

class Scanner implements Scan {
  readonly tokens: Token[] = []
  readonly comments: Comment[] = []
  readonly problems: LexProblem[] = []
  private readonly text: string
  private readonly types: TokenTypes
  private readonly id: TokenType
  private readonly end: number
  private offset: number
  private line = 1
  private lineStart: number
  private lineIsEmpty = true

  constructor(text: string, types: TokenTypes, from: number, to: number) {
    this.text = text
    this.types = types
    this.id = types.all.ID!
    this.end = to
    this.offset = this.lineStart = from === 0 && text.charCodeAt(0) === 0xfeff ? 1 : from
  }

  run(): Scan {
    while (this.offset < this.end) this.step(this.text.charCodeAt(this.offset))
    return this
  }

  private step(code: number): void {
    if (code === 10) this.lineBreak()
    else if (isBlank(code)) this.blanks()
    else if (isLetter(code)) this.word(this.asciiWord())
    else if (isDigit(code) || (code === 46 && isDigit(this.text.charCodeAt(this.offset + 1)))) this.number()
    else if (code === 34 || code === 39) this.quoted(this.offset)
    else if (code === 96) this.sql()
    else if (code === 47) this.slash()
    else this.mark(code)
  }

  private blanks(): void {
    do this.offset++
    while (isBlank(this.text.charCodeAt(this.offset)))
  }

  private lineBreak(): void {
    this.push(this.types.all.NL!, '\n')
    this.newLine(this.offset)
  }

  private newLine(start: number): void {
    this.line++
    this.lineStart = start
    this.lineIsEmpty = true
  }

  private push(type: TokenType, image: string): Token {
    const token = new Token(type, image, this.offset, this.line, this.offset - this.lineStart + 1)
    this.tokens.push(token)
    this.offset += image.length
    this.lineIsEmpty = false
    return token
  }

  private match(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.offset
    return pattern.exec(this.text)?.[0]
  }

  private asciiWord(): string {
    let end = this.offset + 1
    let code = this.text.charCodeAt(end)
    while (isLetter(code) || isDigit(code) || code === 36) code = this.text.charCodeAt(++end)
    return code >= 0x80 ? (this.match(WORD) ?? this.text.slice(this.offset, end)) : this.text.slice(this.offset, end)
  }

  private word(image: string): void {
    if ((image === 'e' || image === 'E') && this.text.charCodeAt(this.offset + 1) === 39) this.quoted(this.offset + 1)
    else this.push(this.types.words.get(image) ?? this.id, image)
  }

  private number(): void {
    const digits = this.digits()
    if (digits !== undefined) return void this.push(this.types.all.NUMBER!, digits)
    const timestamp = this.match(TIMESTAMP)
    if (timestamp !== undefined) return void this.push(this.types.all.TIMESTAMP!, timestamp)
    const word = this.match(ID_LIKE_NUMBER)
    if (word !== undefined) this.push(this.types.all.WORD!, word)
    else this.push(this.types.all.NUMBER!, this.match(NUMBER)!)
  }

  /** A number of digits only, as most are. */
  private digits(): string | undefined {
    let end = this.offset
    while (isDigit(this.text.charCodeAt(end))) end++
    const next = this.text.charCodeAt(end)
    const isPlain = isBlank(next) || next === 10 || next === 41 || next === 44
    return isPlain && end > this.offset ? this.text.slice(this.offset, end) : undefined
  }

  private quoted(quote: number): void {
    const { end, closed } = readQuoted(this.text, quote, quote > this.offset)
    const isName = this.text.charCodeAt(quote) === 34
    const token = this.push(isName ? this.id : this.types.all.STRING!, this.text.slice(this.offset, end))
    if (!closed)
      this.problem('MIG102', isName ? 'This name is not closed.' : 'This string is not closed.', token, token.image)
  }

  private sql(): void {
    const { end, closed } = readSql(this.text, this.offset)
    const token = this.push(this.types.all.SQL!, this.text.slice(this.offset, end))
    this.passLines(token.startOffset, end)
    if (!closed) this.problem('MIG102', 'This backtick is not closed.', token, firstLine(token.image))
  }

  private passLines(start: number, end: number): void {
    for (let at = this.text.indexOf('\n', start); at !== -1 && at < end; at = this.text.indexOf('\n', at + 1))
      this.newLine(at + 1)
    this.lineIsEmpty = false
  }

  private slash(): void {
    const next = this.text.charCodeAt(this.offset + 1)
    if (next === 47) this.lineComment()
    else if (next === 42) this.blockComment()
    else this.stray()
  }

  private lineComment(): void {
    const text = this.text.slice(this.offset, lineEnd(this.text, this.offset))
    const kind = text.startsWith('///') && !text.startsWith('////') ? 'doc' : 'line'
    this.comment(kind, text)
    this.offset += text.length
  }

  private blockComment(): void {
    const close = this.text.indexOf('*/', this.offset + 2)
    const end = close === -1 ? this.text.length : close + 2
    const start = this.offset
    const text = this.text.slice(start, end)
    this.comment('block', text)
    if (close === -1)
      this.problemAt('MIG102', 'This comment is not closed.', start, 2, this.line, start - this.lineStart + 1)
    const first = this.lineIsEmpty
    this.passLines(start, end)
    this.lineIsEmpty = first
    this.offset = end
  }

  private comment(kind: Comment['kind'], text: string): void {
    this.comments.push({ kind, text, offset: this.offset, line: this.line - 1, first: this.lineIsEmpty })
  }

  private mark(code: number): void {
    const two = this.text.slice(this.offset, this.offset + 2)
    const image = this.longestMark()
    const type = this.types.marks.get(image)
    if (two === '--') this.sqlComment()
    else if (type !== undefined) this.push(type, image)
    else if (code >= 0x80 && this.match(WORD) !== undefined) this.word(this.match(WORD)!)
    else this.stray()
  }

  /** The longest mark that the text goes on with: `->`, `&&`, `-|-`. */
  private longestMark(): string {
    for (const length of [3, 2]) {
      const image = this.text.slice(this.offset, this.offset + length)
      if (this.types.marks.has(image)) return image
    }
    return this.text[this.offset]!
  }

  private sqlComment(): void {
    const text = this.text.slice(this.offset, lineEnd(this.text, this.offset))
    this.problem('MIG104', 'A comment starts with `//`, not with `--`.', undefined, text)
    this.comment('line', text)
    this.offset += text.length
  }

  private stray(): void {
    const image = this.match(STRAY) ?? this.text[this.offset]!
    const message = image === ';' ? 'A line needs no `;`: the line break ends it.' : `\`${image}\` means nothing here.`
    this.problem('MIG104', message, undefined, image)
    this.offset += image.length
  }

  private problem(code: string, message: string, token: Token | undefined, image: string): void {
    if (token === undefined)
      this.problemAt(code, message, this.offset, image.length, this.line, this.offset - this.lineStart + 1)
    else this.problemAt(code, message, token.startOffset, image.length, token.startLine, token.startColumn)
  }

  private problemAt(code: string, message: string, offset: number, length: number, line: number, column: number): void {
    this.problems.push({ code, message, offset, length, line, column })
  }
}

function isBlank(code: number): boolean {
  return code === 32 || code === 9 || code === 13 || code === 0xfeff || code === 0xa0 || code === 12 || code === 11
}

function isLetter(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || code === 95
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57
}

function lineEnd(text: string, from: number): number {
  const end = text.indexOf('\n', from)
  if (end === -1) return text.length
  return text.charCodeAt(end - 1) === 13 ? end - 1 : end
}

function firstLine(image: string): string {
  return image.slice(0, lineEnd(image, 0))
}
