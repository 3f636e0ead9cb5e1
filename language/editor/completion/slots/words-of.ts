import { CompletionItemKind } from 'vscode-languageserver-types'
import type { Candidate } from '../candidate.ts'

/** Words of a list as candidates, each with a sentence where there is one. */
export function wordsOf(words: readonly (string | readonly [string, string])[], rank = 0): readonly Candidate[] {
  return words.map((word, at) => {
    const [label, documentation] = typeof word === 'string' ? [word, undefined] : word
    return { label, kind: CompletionItemKind.Keyword, rank: rank + at / 100, ...(documentation && { documentation }) }
  })
}
