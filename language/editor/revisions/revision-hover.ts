import { type Hover, MarkupKind } from 'vscode-languageserver-types'
import { meantBy } from '../../checks/did-you-mean.ts'
import type { OpenText } from '../history-reader.ts'
import { rangeBetween } from '../lsp-places.ts'
import type { Place } from '../place.ts'
import { describeRevision } from './describe-revision.ts'
import { headerWordAt } from './header-words.ts'
import { knownRevisions, meantId } from './known-revisions.ts'
import { code } from './markdown.ts'
import { stepHover } from './step-hover.ts'

/** What an id, or a label that is needed, says of the revision that it names; in a step, what is known today of the thing that it is about. */
export function revisionHover(place: Place, openText?: OpenText): Hover | null {
  const { model, parsed, offset } = place
  const word = headerWordAt(parsed.text, offset)
  if (word === undefined) return stepHover(place)
  if (word.role === 'label') return null
  const known = knownRevisions(model, openText)
  const id = meantId(known, word.text)
  const value = id === undefined ? unknown(word.text, [...known.heads.keys()]) : describeRevision(known, id, openText)
  const range = rangeBetween(parsed, word.start, word.end)
  return { contents: { kind: MarkupKind.Markdown, value }, range }
}

function unknown(word: string, ids: readonly string[]): string {
  const near = meantBy(word, ids)
  const hint = near === undefined ? '' : ` Did you mean ${code(near)}?`
  return `There is no revision ${code(word)}.${hint}`
}
