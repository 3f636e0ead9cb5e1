import type { TokenType } from 'chevrotain'
import type { LexProblem } from './lexed.ts'
import { matchBrackets } from './match-brackets.ts'
import { Token } from './token.ts'
import type { TokenTypes } from './token-types.ts'

const DIALECTS: readonly string[] = ['postgres', 'sqlite']

/** Words that start a declaration and also a line, or an option, between braces. */
const ALSO_IN_BRACES: ReadonlySet<string> = new Set(['create', 'drop', 'dropped', 'policy', 'sequence'])

/** The tokens that the parser gets, and the braces that do not fit. */
export interface Layout {
  readonly tokens: Token[]
  readonly problems: LexProblem[]
}

/**
 * Decides what the grammar cannot: which line breaks end a line, and where a word such as `table` starts a
 * declaration. It also closes what was left open: an empty `}` stands for one that is missing, so that
 * a forgotten brace is one problem and the next declaration survives.
 */
export function layOut(tokens: readonly Token[], types: TokenTypes, length: number): Layout {
  const pass = new LayoutPass(tokens, types)
  pass.takeAll()
  return pass.closeAll(length)
}

/** The same for the beginning of a text, up to a cursor: nothing is closed that may be closed behind it. */
export function layOutBeginning(tokens: readonly Token[], types: TokenTypes): Layout {
  const pass = new LayoutPass(tokens, types)
  return pass.takeAll()
}

class LayoutPass {
  private readonly out: Token[] = []
  private readonly problems: LexProblem[] = []
  private readonly braces: Token[] = []
  private readonly inBrackets: ReadonlySet<Token>
  private readonly tokens: readonly Token[]
  private readonly types: TokenTypes
  private readonly newline: TokenType
  private readonly end: TokenType
  private readonly id: TokenType
  private readonly open: TokenType
  private readonly close: TokenType
  private readonly comma: TokenType
  private readonly to: TokenType
  private importBrace: Token | undefined
  private isChangedPolicy = false
  private depth = 0

  constructor(tokens: readonly Token[], types: TokenTypes) {
    this.tokens = tokens
    this.types = types
    this.newline = types.all.NL!
    this.end = types.all.END!
    this.id = types.all.ID!
    this.open = types.marks.get('{')!
    this.close = types.marks.get('}')!
    this.comma = types.marks.get(',')!
    this.to = types.words.get('to')!
    this.inBrackets = matchBrackets(tokens)
  }

  takeAll(): Layout {
    for (let i = 0; i < this.tokens.length; i++) this.take(this.tokens[i]!, i)
    return { tokens: this.out, problems: this.problems }
  }

  closeAll(length: number): Layout {
    const last = this.out.at(-1)
    const line = last?.endLine ?? 1
    const column = (last?.endColumn ?? 0) + 1
    while (this.braces.length > 0) this.closeOpenBrace(length, line, column)
    if (this.out.length > 0) this.endLine(length, line, column)
    return { tokens: this.out, problems: this.problems }
  }

  private take(token: Token, index: number): void {
    if (token.image.length === 1 && this.inBrackets.has(token))
      this.depth += token.image === '(' || token.image === '[' ? 1 : -1
    if (token.tokenType === this.newline) this.takeNewline(token, index)
    else if (token.tokenType === this.id) this.out.push(token)
    else this.takeToken(token, index)
  }

  private takeToken(token: Token, index: number): void {
    const soft = this.types.soft.get(token.tokenType)
    if (soft !== undefined) this.takeDeclarationWord(token, soft, index)
    else if (token.tokenType === this.open) this.takeOpen(token)
    else if (token.tokenType === this.close && !this.takeClose(token)) return
    else if (token.tokenType === this.to && this.braces.length === 0) this.takeTo(token, index)
    this.out.push(token)
  }

  /** A `to` at the start of a line goes on with the step; before `policy` it parts the two sides of one that changes a policy. */
  private takeTo(token: Token, index: number): void {
    if (this.atLineStart()) this.out.pop()
    if (this.isChangedPolicy && this.tokens[index + 1]?.image === 'policy') token.retype(this.types.all.TO!)
  }

  private takeNewline(token: Token, index: number): void {
    if (this.depth > 0 || this.atLineStart()) return
    const last = this.out.at(-1)!
    if (last.tokenType === this.comma && !this.isNeedless(last, index)) return
    if (this.braces.length === 0) token.retype(this.end)
    this.out.push(token)
  }

  /** A comma at the end of a line between braces, where no spelling for another database follows: a habit from SQL. */
  private isNeedless(comma: Token, index: number): boolean {
    if (this.braces.length === 0 || this.importBrace === this.braces.at(-1)) return false
    let next = index + 1
    while (this.tokens[next]?.tokenType === this.newline) next++
    if (DIALECTS.includes(this.tokens[next]?.image ?? '')) return false
    this.problem('A line needs no `,`: the line break ends it.', comma, 'MIG104')
    this.out.pop()
    return true
  }

  private atLineStart(): boolean {
    const last = this.out.at(-1)
    return last === undefined || last.tokenType === this.open || this.isLineBreak(last)
  }

  private isLineBreak(token: Token): boolean {
    return token.tokenType === this.newline || token.tokenType === this.end
  }

  private takeDeclarationWord(token: Token, soft: TokenType, index: number): void {
    if (this.braces.length > 0 && token.startColumn === 1 && this.startsDeclaration(index))
      while (this.braces.length > 0) this.closeOpenBrace(token.startOffset, token.startLine, 1)
    if (this.braces.length > 0) token.retype(ALSO_IN_BRACES.has(token.image) ? soft : this.id)
    else if (!this.atLineStart()) token.retype(soft)
    else this.isChangedPolicy = token.image === 'alter' && this.tokens[index + 1]?.image === 'policy'
  }

  /** Whether a line at the left margin can only be the head of a declaration, although a brace is still open. */
  private startsDeclaration(index: number): boolean {
    const previous = this.tokens[index - 1]
    if (previous !== undefined && !this.isLineBreak(previous)) return false
    let last: Token | undefined
    let third: Token | undefined
    for (let i = index + 1; i < this.tokens.length && this.tokens[i]!.tokenType !== this.newline; i++) {
      last = this.tokens[i]!
      if (i === index + 2) third = last
    }
    return last?.tokenType === this.open || (third?.image === '=' && /^(?:view|type)$/.test(this.tokens[index]!.image))
  }

  private takeOpen(token: Token): void {
    if (this.out.at(-1)?.image === 'import') this.importBrace = token
    this.braces.push(token)
  }

  private takeClose(token: Token): boolean {
    if (this.braces.length === 0) {
      this.problem('This `}` closes nothing.', token)
      return false
    }
    if (!this.atLineStart()) this.endLine(token.startOffset, token.startLine, token.startColumn)
    this.braces.pop()
    return true
  }

  private closeOpenBrace(offset: number, line: number, column: number): void {
    this.problem('This `{` is never closed: a `}` is missing.', this.braces.at(-1)!)
    if (!this.atLineStart()) this.endLine(offset, line, column)
    this.braces.pop()
    this.out.push(new Token(this.close, '', offset, line, column))
    this.endLine(offset, line, column)
  }

  private endLine(offset: number, line: number, column: number): void {
    const type = this.braces.length === 0 ? this.end : this.newline
    if (!this.isLineBreak(this.out.at(-1)!)) this.out.push(new Token(type, '', offset, line, column))
  }

  private problem(message: string, token: Token, code = 'MIG103'): void {
    const { startOffset: offset, startLine: line, startColumn: column } = token
    this.problems.push({ code, message, offset, length: 1, line, column })
  }
}
