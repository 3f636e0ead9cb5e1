import type { IRecognitionException } from 'chevrotain'
import type { LangiumCoreServices } from 'langium'
import type { Diagnostic } from './diagnostic.ts'
import type { File } from './generated/ast.ts'
import type { Comment, MigReport } from './lexer/lexed.ts'
import type { MigLexer } from './lexer/mig-lexer.ts'
import type { TokenTypes } from './lexer/token-types.ts'
import { LineIndex } from './line-index.ts'
import { createMigCoreServices } from './services.ts'
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
}

let services: LangiumCoreServices | undefined

/** Reads a schema file or a revision file. It never throws: whatever cannot be read is an error in the answer. */
export function parseText(text: string, file: string): Parsed {
  services ??= createMigCoreServices()
  const limit = Error.stackTraceLimit
  Error.stackTraceLimit = 0
  try {
    const result = services.parser.LangiumParser.parse<File>(text)
    const report = result.lexerReport as MigReport
    const lines = new LineIndex(text)
    const { errors, warnings } = syntaxDiagnostics(result.parserErrors, report, { file, lines })
    const { docs, comments } = report
    const skipped = skippedWords(result.parserErrors)
    return { file, text, ast: result.value, errors, warnings, docs, comments, lines, skipped }
  } finally {
    Error.stackTraceLimit = limit
  }
}

/** The token types of the language, for those who read a text without parsing it. */
export function tokenTypes(): TokenTypes {
  services ??= createMigCoreServices()
  return (services.parser.Lexer as MigLexer).types
}

function skippedWords(errors: readonly IRecognitionException[]): ReadonlySet<string> {
  return new Set(errors.flatMap(error => [error.token, ...error.resyncedTokens].map(token => token.image)))
}
