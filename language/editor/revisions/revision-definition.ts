import type { Location } from 'vscode-languageserver-types'
import type { OpenText } from '../history-reader.ts'
import { lspRange, uriOf } from '../lsp-places.ts'
import type { Place } from '../place.ts'
import { currentText } from './current-text.ts'
import { headerWordAt } from './header-words.ts'
import { type KnownRevisions, knownRevisions, meantId } from './known-revisions.ts'
import { RevisionPlaces } from './revision-places.ts'

/** Where the revision is that an id, or a label that is needed, names: its id in its own file. */
export function revisionDefinition({ model, parsed, offset }: Place, openText?: OpenText): Location | null {
  const word = headerWordAt(parsed.text, offset)
  if (word === undefined || word.role === 'label') return null
  const known = knownRevisions(model, openText)
  const file = revisionFileOf(known, word.text)
  const text = file === undefined ? undefined : currentText(file, openText)
  if (file === undefined || text === undefined) return null
  return { uri: uriOf(file), range: lspRange(new RevisionPlaces(text).own()) }
}

/** The `revision.mig` of the revision that an id or a label names, for links to it. */
export function revisionFileOf(known: KnownRevisions, word: string): string | undefined {
  return known.heads.get(meantId(known, word) ?? '')?.file
}
