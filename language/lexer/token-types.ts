import { createToken, type TokenType, type TokenTypeDictionary } from 'chevrotain'
import { AstUtils, type Grammar, GrammarAST } from 'langium'

/** The token types of the grammar, sorted by what the scanner needs to know of them. */
export interface TokenTypes {
  /** All of them by name, as Langium's parser asks for them. */
  readonly all: TokenTypeDictionary
  /** Words that are keywords somewhere: `table`, `default`, `postgres`. Each is an ID too, unless it starts a declaration. */
  readonly words: ReadonlyMap<string, TokenType>
  /** For a word that starts a declaration: its type in any other place, which is an ID too. */
  readonly soft: ReadonlyMap<TokenType, TokenType>
  /** Punctuation by its text: `{`, `->`. */
  readonly marks: ReadonlyMap<string, TokenType>
}

const WORD = /^\w+$/

/** Makes the token types of a grammar: one for each keyword and each terminal. */
export function buildTokenTypes(grammar: Grammar): TokenTypes {
  const all: TokenTypeDictionary = {}
  for (const rule of grammar.rules.filter(GrammarAST.isTerminalRule)) all[rule.name] = createToken({ name: rule.name })
  const id = all.ID!
  const starters = declarationWords(grammar)
  const words = new Map<string, TokenType>()
  const marks = new Map<string, TokenType>()
  const soft = new Map<TokenType, TokenType>()
  for (const name of keywords(grammar)) {
    const hard = starters.has(name) || !WORD.test(name)
    const type = createToken(hard ? { name } : { name, categories: [id] })
    all[name] = type
    if (WORD.test(name)) words.set(name, type)
    else marks.set(name, type)
    if (starters.has(name)) {
      const inner = createToken({ name: `${name} as a name`, categories: [type, id] })
      all[inner.name] = inner
      soft.set(type, inner)
    }
  }
  return { all, words, marks, soft }
}

/** Every keyword of the parser rules, once, in the order of the grammar. */
export function keywords(grammar: Grammar): readonly string[] {
  const found = new Set<string>()
  for (const rule of grammar.rules.filter(GrammarAST.isParserRule))
    for (const node of AstUtils.streamAllContents(rule)) if (GrammarAST.isKeyword(node)) found.add(node.value)
  return [...found]
}

/** The words that start an element of a file: the first keyword of each rule that the entry rule chooses from. */
export function declarationWords(grammar: Grammar): ReadonlySet<string> {
  const entry = grammar.rules.filter(GrammarAST.isParserRule).find(rule => rule.entry)!
  const found = calledRules(entry).flatMap(rule => (rule.fragment ? calledRules(rule) : []))
  const words = found.map(rule => AstUtils.streamAllContents(rule).find(GrammarAST.isKeyword)?.value)
  return new Set(words.filter(word => word !== undefined))
}

function calledRules(rule: GrammarAST.ParserRule): readonly GrammarAST.ParserRule[] {
  const calls = AstUtils.streamAllContents(rule).filter(GrammarAST.isRuleCall)
  return calls
    .map(call => call.rule.ref)
    .filter(GrammarAST.isParserRule)
    .toArray()
}
