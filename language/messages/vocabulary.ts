import type { Grammar } from 'langium'
import { declarationWords, keywords } from '../lexer/token-types.ts'
import { keywordsOfRule } from './keywords-of-rule.ts'

/** The words of the grammar, looked up once. */
export interface Vocabulary {
  readonly all: readonly string[]
  readonly declarations: ReadonlySet<string>
  readonly ofRule: (rule: string) => readonly string[]
}

/** Looks the words of a grammar up. */
export function vocabularyOf(grammar: Grammar): Vocabulary {
  const rules = new Map<string, readonly string[]>()
  const ofRule = (rule: string) => {
    const words = rules.get(rule) ?? keywordsOfRule(grammar, rule)
    rules.set(rule, words)
    return words
  }
  const all = keywords(grammar).filter(word => /^\w{3,}$/.test(word))
  return { all, declarations: declarationWords(grammar), ofRule }
}
