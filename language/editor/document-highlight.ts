import { type DocumentHighlight, DocumentHighlightKind } from 'vscode-languageserver-types'
import { rangeBetween } from './lsp-places.ts'
import type { OccurrenceRole } from './occurrence.ts'
import { occurrenceAt } from './occurrences/occurrence-at.ts'
import { occurrencesOf } from './occurrences/occurrences-of.ts'
import { sameThing } from './occurrences/same-thing.ts'
import type { Place } from './place.ts'

const KINDS: Readonly<Record<OccurrenceRole, DocumentHighlightKind>> = {
  declaration: DocumentHighlightKind.Write,
  reference: DocumentHighlightKind.Read,
  past: DocumentHighlightKind.Text,
}

/** Every mention in the same file of the thing that a place names. */
export function documentHighlight(place: Place): DocumentHighlight[] {
  const { model, parsed } = place
  const thing = occurrenceAt(place)
  if (thing === undefined) return []
  return occurrencesOf(model, parsed)
    .filter(one => sameThing(one, thing))
    .map(({ start, end, role }) => ({ range: rangeBetween(parsed, start, end), kind: KINDS[role] }))
}
