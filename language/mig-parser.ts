import type { ILexingError, IRecognitionException } from 'chevrotain'
import {
  type AstNode,
  type LangiumCoreServices,
  type LangiumParser,
  type LexerResult,
  type ParseResult,
  type ParserOptions,
  prepareLangiumParser,
} from 'langium'
import { decideByToken, type LookaheadStrategy } from './decide-by-token.ts'
import { linkContainers } from './link-containers.ts'

/** How a text is to be parsed. */
export interface MigParserOptions extends ParserOptions {
  /** Its tokens, or those of a part of it, where they are known. */
  readonly lexed?: LexerResult
}

/**
 * Langium's parser with some differences. It never throws: what exceeds its stack or the limits of an array is one error
 * on an empty file. And it links nodes to their containers in a way that costs a fifth of the time of the whole less.
 */
export function migParser(services: LangiumCoreServices): LangiumParser {
  const outer = newParser(services)
  let inner = asInternals(outer)
  const parse = <T extends AstNode>(text: string, options: MigParserOptions = {}): ParseResult<T> => {
    try {
      return parseWith<T>(inner, text, options)
    } catch {
      // A parser that has thrown is not used again: its own stack is not empty any more.
      inner = asInternals(newParser(services))
      const { report, errors } = services.parser.Lexer.tokenize(text)
      return { ...parseWith<T>(inner, '', {}), lexerErrors: errors, lexerReport: report!, parserErrors: [tooLarge()] }
    }
  }
  return Object.assign(outer, { parse })
}

/** What `LangiumParser.parse` uses of its own (langium 4.4.0, parser/langium-parser.ts). */
interface Internals {
  readonly nodeBuilder: { buildRootNode(text: string): void }
  readonly lexer: { tokenize(text: string): LexerResult }
  readonly wrapper: {
    input: LexerResult['tokens']
    maxLookahead: number
    readonly errors: IRecognitionException[]
    readonly lookaheadStrategy: LookaheadStrategy
  }
  readonly allRules: ReadonlyMap<string, unknown>
  readonly mainRule: unknown
  lexerResult: LexerResult | undefined
  doParse(rule: unknown): AstNode
}

/** A parser whose errors say what is expected next, but not after that: to list all that costs more than the rest of reading. */
function newParser(services: LangiumCoreServices): LangiumParser {
  const parser = prepareLangiumParser(services)
  const { wrapper } = asInternals(parser)
  wrapper.maxLookahead = 1
  decideByToken(wrapper.lookaheadStrategy)
  parser.finalize()
  return parser
}

function asInternals(parser: LangiumParser): Internals {
  return parser as unknown as Internals
}

/** `LangiumParser.parse` without comments in the tree, which `lexerReport` lists, and with the other way of linking. */
function parseWith<T extends AstNode>(parser: Internals, text: string, options: MigParserOptions): ParseResult<T> {
  const { rule, lexed = parser.lexer.tokenize(text) } = options
  parser.nodeBuilder.buildRootNode(text)
  parser.lexerResult = lexed
  parser.wrapper.input = lexed.tokens
  const value = parser.doParse(rule === undefined ? parser.mainRule : parser.allRules.get(rule)) as T
  parser.lexerResult = undefined
  linkContainers(value)
  const lexerErrors: ILexingError[] = lexed.errors
  return { value, lexerErrors, lexerReport: lexed.report!, parserErrors: parser.wrapper.errors }
}

/** The name of the error that says that a file is too large to be read. */
export const TOO_LARGE = 'TooLarge'

function tooLarge(): IRecognitionException {
  const token = { image: '', startOffset: 0, startLine: 1, tokenTypeIdx: 0, tokenType: { name: 'EOF' } }
  const context = { ruleStack: [], ruleOccurrenceStack: [] }
  return { name: TOO_LARGE, message: '', token, resyncedTokens: [], context }
}
