import { expect } from 'vitest'
import type { CompletionItem } from 'vscode-languageserver-types'
import type { CompletionClient } from '../../../language/editor/completion/client.ts'
import { findCompletion } from '../../../language/editor/completion/find-completion.ts'
import type { Past } from '../../../language/editor/past.ts'
import { readText } from '../../../language/parse.ts'
import { marked } from './marked.ts'

/** What is expected of a list: its first labels, or all of them, some that are in it, and some that are not. */
export interface Expected {
  readonly first?: readonly string[]
  readonly only?: readonly string[]
  readonly has?: readonly string[]
  readonly not?: readonly string[]
}

/** A text with a cursor, and what is expected there. */
export type Case = readonly [text: string, expected: Expected]

/** The candidates at the cursor of a text. */
export function complete(
  text: string | Readonly<Record<string, string>>,
  past?: Past,
  client: Partial<CompletionClient> = {},
): readonly CompletionItem[] {
  const { place } = marked(text, past && (() => past))
  return findCompletion(place, { snippets: true, ...client }).items
}

/** The candidates at the cursor of a revision's text, which no file of the project imports. */
export function inRevision(text: string, past: Past): readonly CompletionItem[] {
  const { model } = marked('<>', () => past)
  const parsed = readText(text.replace('<>', ''), `${past.path}/next/revision.mig`)
  return findCompletion({ model, parsed, offset: text.indexOf('<>') }, { snippets: true }).items
}

/** The labels of candidates. */
export function labels(items: readonly CompletionItem[]): readonly string[] {
  return items.map(item => item.label)
}

/** Expects a list of labels to be as a case says. */
export function expectLabels(found: readonly string[], { first, only, has, not }: Expected): void {
  expect(new Set(found).size).toBe(found.length)
  if (first !== undefined) expect(found.slice(0, first.length)).toEqual(first)
  if (only !== undefined) expect(found).toEqual(only)
  if (has !== undefined) expect(found).toEqual(expect.arrayContaining([...has]))
  for (const label of not ?? []) expect(found).not.toContain(label)
}

/** The same text without what stands behind the cursor on its line, and with more that is broken behind it. */
export function halfTyped(text: string): readonly string[] {
  const cut = text.replace(/<>[^\n]*/, '<>')
  return [cut, `${cut}\n\ntable broken {\n  x int check \`x >\n  -> foo bar(\n}\n\nenum {\n`]
}
