import {
  type CompletionItem,
  InsertReplaceEdit,
  InsertTextFormat,
  MarkupKind,
  TextEdit,
} from 'vscode-languageserver-types'
import type { Parsed } from '../../parse.ts'
import { rangeBetween } from '../lsp-places.ts'
import type { Candidate } from './candidate.ts'
import type { CompletionClient } from './client.ts'

/** The stretch of a text that a candidate takes the place of. */
export interface Stretch {
  readonly parsed: Parsed
  readonly start: number
  readonly offset: number
  readonly end: number
}

/** More than anybody reads: a client that has only these asks again at the next letter. */
const MOST = 200

/** Candidates as the protocol has them, the first of those that say the same, the likeliest first; of very many those that fit what is typed. */
export function itemsOf(
  candidates: readonly Candidate[],
  at: Stretch,
  client: CompletionClient,
): { readonly items: CompletionItem[]; readonly isIncomplete: boolean } {
  const insert = rangeBetween(at.parsed, at.start, at.offset)
  const replace = rangeBetween(at.parsed, at.start, at.end)
  const seen = new Set<string>()
  const sorted = candidates.map((candidate, index) => ({ candidate, index }))
  sorted.sort((a, b) => a.candidate.rank - b.candidate.rank || a.index - b.index)
  const typed = at.parsed.text.slice(at.start, at.offset).toLowerCase()
  const isLong = sorted.length > MOST
  const items: CompletionItem[] = []
  for (const { candidate } of sorted) {
    if (items.length === MOST) break
    if (isLong && !fits(typed, filterOf(candidate, at).toLowerCase())) continue
    if (seen.has(candidate.label)) continue
    seen.add(candidate.label)
    const isSnippet = client.snippets && candidate.snippet !== undefined
    const text = (isSnippet ? withStops(candidate.snippet!) : candidate.insert) ?? candidate.label
    items.push({
      label: candidate.label,
      kind: candidate.kind,
      ...(candidate.detail !== undefined && { detail: candidate.detail }),
      ...(candidate.documentation && { documentation: { kind: MarkupKind.Markdown, value: candidate.documentation } }),
      sortText: String(items.length).padStart(5, '0'),
      filterText: filterOf(candidate, at),
      ...(isSnippet && { insertTextFormat: InsertTextFormat.Snippet }),
      textEdit: client.insertReplace
        ? InsertReplaceEdit.create(text, insert, replace)
        : TextEdit.replace(replace, text),
    })
  }
  return { items, isIncomplete: isLong }
}

/** Whether the letters of a word stand in a name in their order, as clients look for them. */
function fits(word: string, name: string): boolean {
  let at = 0
  for (const letter of word) {
    at = name.indexOf(letter, at) + 1
    if (at === 0) return false
  }
  return true
}

/** A name that begins with a quote is compared with one that does, too. */
function filterOf({ filter, label }: Candidate, { parsed, start, offset }: Stretch): string {
  return start < offset && parsed.text[start] === '"' ? `"${label}"` : (filter ?? label)
}

/** The places for the cursor as the protocol writes them. */
function withStops(snippet: string): string {
  return snippet.replace(/<(\d)([:|][^>]*)>/g, (_, number, text) => `\${${number}${text}}`)
}

/** A text as a snippet that says just that. */
export function plainSnippet(text: string): string {
  return text.replace(/[\\$}]/g, sign => `\\${sign}`)
}
