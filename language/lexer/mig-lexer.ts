import type { TokenTypeDictionary } from 'chevrotain'
import type { Grammar, LangiumCoreServices, Lexer, TokenizeOptions } from 'langium'
import { documentation } from './documentation.ts'
import { layOut, layOutBeginning } from './layout.ts'
import type { Lexed } from './lexed.ts'
import { scan } from './scan.ts'
import { buildTokenTypes, type TokenTypes } from './token-types.ts'

/** The lexer of the language, in the place of Chevrotain's: it knows about lines, and about words that are no keywords. */
export class MigLexer implements Lexer {
  readonly types: TokenTypes

  constructor(services: LangiumCoreServices) {
    this.types = buildTokenTypes(services.Grammar as Grammar)
  }

  get definition(): TokenTypeDictionary {
    return this.types.all
  }

  tokenize(text: string, options?: TokenizeOptions): Lexed {
    const { tokens: raw, comments, problems } = scan(text, this.types)
    const { docs, warnings } = documentation(raw, comments, this.types)
    const isBeginning = options?.mode === 'partial'
    const { tokens, problems: braces } = isBeginning
      ? layOutBeginning(raw, this.types)
      : layOut(raw, this.types, text.length)
    const all = [...problems, ...braces].sort((a, b) => a.offset - b.offset)
    return { tokens, hidden: [], errors: all, report: { diagnostics: [], problems: all, warnings, comments, docs } }
  }
}
