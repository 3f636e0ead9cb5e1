import { CompletionItemKind } from 'vscode-languageserver-types'
import type { Offer } from '../spot.ts'

/** SQL in backticks, where it can stand. */
export const sqlOffer: Offer = ({ slot, rules }) => {
  const isBody = rules.includes('Body') || rules.includes('SqlSide')
  const documentation =
    slot === 'Spelling.sql'
      ? 'Any type of the database, as it is written there.'
      : 'SQL, as it is written in the database.'
  const snippet = isBody ? '`\n  $0\n`' : '`$1`'
  return [
    {
      label: '`…`',
      kind: CompletionItemKind.Snippet,
      insert: '`',
      snippet,
      detail: 'SQL',
      documentation,
      rank: 8,
      filter: '`',
    },
  ]
}
