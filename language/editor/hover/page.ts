import type { DialectName } from '../../../compiler/schema/dialect.ts'
import { dialectTitle } from '../../../compiler/schema/dialect.ts'
import { code } from '../revisions/markdown.ts'

/** What a hover shows, from the top down. */
export interface Page {
  /** The thing in the language, in a line or a few. */
  readonly head: string
  /** Its documentation, as written. */
  readonly comment?: string | undefined
  /** Sentences in markdown. */
  readonly facts?: readonly (string | undefined)[]
  readonly sql?: SqlOfTargets
}

/** The SQL of a thing in each database that has it. */
export type SqlOfTargets = readonly { readonly dialect: DialectName; readonly text: string }[]

const MOST_LINES = 30
const MOST_ITEMS = 8

/** A page as markdown. */
export function writePage({ head, comment, facts = [], sql = [] }: Page): string {
  const said = facts.filter(fact => fact !== undefined && fact !== '')
  const parts = [
    fence('mig', clipLines(head, '//')),
    ...(comment === undefined || comment === '' ? [] : [comment.replaceAll('\n', '  \n')]),
    ...(said.length === 0 ? [] : [said.map(fact => `- ${fact}`).join('\n')]),
    ...sqlParts(sql),
  ]
  return parts.join('\n\n')
}

/** What both databases say alike stands there once. */
function sqlParts(sql: SqlOfTargets): readonly string[] {
  const groups: { text: string; titles: string[] }[] = []
  for (const { dialect, text } of sql) {
    const same = groups.find(group => group.text === text)
    if (same !== undefined) same.titles.push(dialectTitle(dialect))
    else groups.push({ text, titles: [dialectTitle(dialect)] })
  }
  return groups.map(({ text, titles }) => `${titles.join(' and ')}:\n${fence('sql', clipLines(text, '--'))}`)
}

function fence(language: string, text: string): string {
  const longest = Math.max(2, ...(text.match(/^`{3,}/gm) ?? []).map(run => run.length))
  const mark = '`'.repeat(longest + 1)
  return `${mark}${language}\n${text}\n${mark}`
}

function clipLines(text: string, comment: string): string {
  const lines = text.split('\n')
  if (lines.length <= MOST_LINES + 2) return text
  return [...lines.slice(0, MOST_LINES), `${comment} … ${lines.length - MOST_LINES} more lines`].join('\n')
}

/** `Used by a, b and 3 more`; nothing where there is nothing. */
export function listFact(what: string, names: readonly string[]): string | undefined {
  if (names.length === 0) return undefined
  const shown = names.slice(0, MOST_ITEMS).map(code).join(', ')
  return `${what} ${shown}${names.length > MOST_ITEMS ? ` and ${names.length - MOST_ITEMS} more` : ''}`
}
