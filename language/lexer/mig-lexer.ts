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
    return this.lex(text, 0, text.length, options?.mode === 'partial')
  }

  /** The tokens of one declaration; offsets count from the start of the text, lines from that of the declaration. */
  tokenizePart(text: string, from: number, to: number): Lexed {
    return this.lex(text, from, to, false)
  }

  private lex(text: string, from: number, to: number, isBeginning: boolean): Lexed {
    const { tokens: raw, comments, problems } = scan(text, this.types, from, to)
    const { docs, warnings } = documentation(raw, comments, this.types)
    const { tokens, problems: braces } = isBeginning ? layOutBeginning(raw, this.types) : layOut(raw, this.types, to)
    const all = [...problems, ...braces].sort((a, b) => a.offset - b.offset)
    return { tokens, hidden: [], errors: all, report: { diagnostics: [], problems: all, warnings, comments, docs } }
  }
}
