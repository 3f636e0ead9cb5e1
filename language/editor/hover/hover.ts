import type { Hover } from 'vscode-languageserver-types'
import { rangeBetween } from '../lsp-places.ts'
import type { NameKind, Occurrence } from '../occurrence.ts'
import { occurrenceAt } from '../occurrences/occurrence-at.ts'
import type { Place } from '../place.ts'
import { writePage } from './page.ts'
import { thingPage } from './thing-page.ts'
import { wordAt } from './word-at.ts'

/** In which revision a thing came and last changed, as markdown on one line. */
export type TimeOf = (key: string, kind?: NameKind) => string | undefined

/** What is known of the thing or the word at a place, as markdown. */
export function hover(place: Place, timeOf?: TimeOf): Hover | null {
  const name = occurrenceAt(place)
  const word = name === undefined || name.made ? wordAt(place) : undefined
  const parts = [name && describe(name, place, timeOf), word?.text].filter(part => part !== undefined)
  const stretch = word ?? name
  if (parts.length === 0 || stretch === undefined) return null
  return {
    contents: { kind: 'markdown', value: parts.join('\n\n---\n\n') },
    range: rangeBetween(place.parsed, stretch.start, stretch.end),
  }
}

function describe(name: Occurrence, { model }: Place, timeOf: TimeOf | undefined): string | undefined {
  const page = thingPage({ model, kind: name.kind, key: name.key, name: name.name }, name)
  if (page === undefined) return undefined
  const time = name.role === 'past' ? undefined : timeOf?.(name.key, name.kind)
  return [writePage(page), ...(time === undefined ? [] : [time])].join('\n\n')
}
