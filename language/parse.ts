import type { IRecognitionException } from 'chevrotain'
import type { Grammar, LangiumCoreServices, ParseResult } from 'langium'
import type { Diagnostic } from './diagnostic.ts'
import type { File } from './generated/ast.ts'
import type { Comment, Lexed } from './lexer/lexed.ts'
import type { MigLexer } from './lexer/mig-lexer.ts'
import type { TokenTypes } from './lexer/token-types.ts'
import { LineIndex } from './line-index.ts'
import type { MigParserOptions } from './mig-parser.ts'
import { createMigCoreServices } from './services.ts'
import { fillGaps } from './straight/fill-gaps.ts'
import { readingAgain } from './straight/read-again.ts'
import { StraightReader } from './straight/straight-reader.ts'
import type { TextMemory } from './straight/text-memory.ts'
import { syntaxDiagnostics } from './syntax-diagnostics.ts'

/** A text as it was read: its tree, what is wrong with it as a text, and the comments that document things. */
export interface Parsed {
  readonly file: string
  readonly text: string
  readonly ast: File
  readonly errors: readonly Diagnostic[]
  readonly warnings: readonly Diagnostic[]
  /** The text of the `///` comment before a declaration, by the offset of the declaration. */
  readonly docs: ReadonlyMap<number, string>
  readonly comments: readonly Comment[]
  readonly lines: LineIndex
  /** Words that the parser had to pass over: what is declared among them is not in the tree. */
  readonly skipped: ReadonlySet<string>
  /** Whether all of it was read straight: then it has no errors, and no option in it is given twice. */
  readonly straight: boolean
}

let services: LangiumCoreServices | undefined
let reader: StraightReader | undefined

/**
 * Reads a schema file or a revision file for what it means: straight as far as nothing is wrong with it, which takes a
 * fraction of the time, and only what is left with the parser. The answer is that of `parseText`. With a memory of the text
 * as it was last read, only what has changed is read; the tree of that last reading is not to be used any more.
 */
export function readText(text: string, file: string, memory?: TextMemory): Parsed {
  services ??= createMigCoreServices()
  const { parser, shared, Grammar } = services
  const lexer = parser.Lexer as MigLexer
  const lexed = lexer.tokenize(text)
  reader ??= new StraightReader(Grammar as Grammar, lexer.types, shared.AstReflection)
  const straightReader = reader
  const readAgain = readingAgain({
    parse: (from = 0, to = text.length) => parseWith(text, lexer.tokenizePart(text, from, to)).value,
    locate: (from, to) => straightReader.locate(lexer.tokenizePart(text, from, to).tokens),
  })
  memory?.begin(text)
  const chunks = reader.read(lexed.tokens, readAgain, memory)
  const filled = fillGaps(chunks, lexed.tokens, tokens => parseWith(text, { ...lexed, tokens }))
  if (filled === undefined) return parseTokens(text, file, lexed)
  const { elements, errors, offset, end } = filled
  const ast = reader.file(elements, offset, end, readAgain)
  const straight = lexed.errors.length === 0 && chunks.every(chunk => chunk.element !== undefined)
  return parsedAs(ast, errors, { text, file, lexed, straight })
}

/** Reads a file with its concrete syntax. It never throws: whatever cannot be read is an error in the answer. */
export function parseText(text: string, file: string): Parsed {
  services ??= createMigCoreServices()
  return parseTokens(text, file, (services.parser.Lexer as MigLexer).tokenize(text))
}

function parseTokens(text: string, file: string, lexed: Lexed): Parsed {
  const { value, parserErrors } = parseWith(text, lexed)
  return parsedAs(value, parserErrors, { text, file, lexed, straight: false })
}

interface ReadingOf {
  readonly text: string
  readonly file: string
  readonly lexed: Lexed
  readonly straight: boolean
}

function parsedAs(ast: File, parserErrors: readonly IRecognitionException[], reading: ReadingOf): Parsed {
  const { text, file, lexed, straight } = reading
  const { docs, comments } = lexed.report
  const lines = new LineIndex(text)
  const { errors, warnings } = syntaxDiagnostics(parserErrors, lexed.report, { file, lines })
  const skipped = skippedWords(parserErrors)
  return { file, text, ast, errors, warnings, docs, comments, lines, skipped, straight }
}

function parseWith(text: string, lexed: Lexed): ParseResult<File> {
  const limit = Error.stackTraceLimit
  Error.stackTraceLimit = 0
  try {
    const options: MigParserOptions = { lexed }
    return services!.parser.LangiumParser.parse<File>(text, options)
  } finally {
    Error.stackTraceLimit = limit
  }
}

/** The tokens of a text and its comments, for those who want no tree. */
export function lexText(text: string): Lexed {
  services ??= createMigCoreServices()
  return (services.parser.Lexer as MigLexer).tokenize(text)
}

/** The token types of the language, for those who read a text without parsing it. */
export function tokenTypes(): TokenTypes {
  services ??= createMigCoreServices()
  return (services.parser.Lexer as MigLexer).types
}

function skippedWords(errors: readonly IRecognitionException[]): ReadonlySet<string> {
  return new Set(errors.flatMap(error => [error.token, ...error.resyncedTokens].map(token => token.image)))
}
