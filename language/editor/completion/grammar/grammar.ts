import type { LangiumCoreServices } from 'langium'
import { MigGrammar } from '../../../generated/grammar.ts'
import { MigLexer } from '../../../lexer/mig-lexer.ts'
import type { Token } from '../../../lexer/token.ts'
import { buildParts } from './build-parts.ts'
import type { RulePart } from './part.ts'
import type { Reading } from './reading.ts'
import { walk } from './walk.ts'

interface Walker {
  readonly lexer: MigLexer
  readonly entry: RulePart
}

let walker: Walker | undefined

function theWalker(): Walker {
  if (walker === undefined) {
    const lexer = new MigLexer({ Grammar: MigGrammar() } as LangiumCoreServices)
    walker = { lexer, entry: buildParts(MigGrammar(), lexer.types) }
  }
  return walker
}

/** The lexer whose tokens the walk along the grammar understands. */
export function walkingLexer(): MigLexer {
  return theWalker().lexer
}

/** The ways in which the tokens of a line can be read, and what each wants next. */
export function readingsOf(tokens: readonly Token[]): readonly Reading[] {
  return walk(theWalker().entry, tokens)
}
