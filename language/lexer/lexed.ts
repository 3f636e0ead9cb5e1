import type { ILexingError } from 'chevrotain'
import type { LexerResult, LexingReport } from 'langium'
import type { Token } from './token.ts'

/** What the lexer has to complain about, with the code of the diagnostic. */
export interface LexProblem extends ILexingError {
  readonly code: string
  readonly remedy?: string
}

/** A comment with its kind: `// …`, `/* … *\/`, or `/// …`, which documents what follows it. */
export interface Comment {
  readonly kind: 'line' | 'block' | 'doc'
  readonly text: string
  readonly offset: number
  /** The line it starts on, from 0. */
  readonly line: number
  /** True when nothing stands before it on its line. */
  readonly first: boolean
}

/** What the lexer knows beside the tokens. */
export interface MigReport extends LexingReport {
  readonly problems: readonly LexProblem[]
  readonly warnings: readonly LexProblem[]
  readonly comments: readonly Comment[]
  /** The text of the `///` comment before a token, by the offset of the token. */
  readonly docs: ReadonlyMap<number, string>
}

/** The result of the lexer, as Langium wants it and with the report. */
export interface Lexed extends LexerResult {
  readonly tokens: Token[]
  readonly report: MigReport
}
