import type { Location } from 'vscode-languageserver-types'
import { rangeBetween, uriOf } from './lsp-places.ts'
import { occurrenceAt } from './occurrences/occurrence-at.ts'
import { occurrencesOf } from './occurrences/occurrences-of.ts'
import { sameThing } from './occurrences/same-thing.ts'
import type { Place } from './place.ts'

/** Every mention of the thing that a place names, in all files of the project, its old names among them. */
export function references(place: Place, { includeDeclaration }: { readonly includeDeclaration: boolean }): Location[] {
  const thing = occurrenceAt(place)
  if (thing === undefined) return []
  const { model } = place
  return model.loaded.files.flatMap(({ parsed }) =>
    occurrencesOf(model, parsed)
      .filter(one => sameThing(one, thing) && (includeDeclaration || one.role !== 'declaration'))
      .map(one => ({ uri: uriOf(parsed.file), range: rangeBetween(parsed, one.start, one.end) })),
  )
}
