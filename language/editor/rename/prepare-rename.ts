import type { Range } from 'vscode-languageserver-types'
import { rangeBetween } from '../lsp-places.ts'
import { declarationsOf } from '../occurrences/declarations-of.ts'
import type { Place } from '../place.ts'
import { isRefusal, type Refusal } from './refusal.ts'
import { renameable } from './renameable.ts'

/** The stretch that a new name will take the place of, and the name as it is now, without its quotes. */
export interface PreparedRename {
  readonly range: Range
  readonly placeholder: string
}

/** Whether the thing that is named at a place can be renamed. */
export function prepareRename(place: Place): PreparedRename | Refusal {
  const found = renameable(place)
  if (isRefusal(found)) return found
  const [declared] = declarationsOf(place.model, found)
  const range = rangeBetween(place.parsed, found.start, found.end)
  return { range, placeholder: declared?.occurrence.name ?? found.name }
}
