import type { Range } from 'vscode-languageserver-types'
import { rangeBetween } from '../lsp-places.ts'
import type { Place } from '../place.ts'
import { printSchemaUri } from '../schema-uri.ts'
import { headerWords } from './header-words.ts'

/** A line of text over a revision, and the document that it opens. */
export interface RevisionLens {
  readonly range: Range
  readonly title: string
  readonly uri: string
}

/** Over the head of a `revision.mig`: the whole schema as it is after the revision, and as it was before. */
export function revisionLenses({ model, parsed }: Pick<Place, 'model' | 'parsed'>): readonly RevisionLens[] {
  const words = headerWords(parsed.text)
  const own = words.find(({ role }) => role === 'own')
  if (own === undefined) return []
  const { migrations } = model.loaded.project
  const parents = words.filter(({ role }) => role === 'parent').map(({ text }) => text)
  const range = rangeBetween(parsed, own.start, own.end)
  const lens = (title: string, revision: string) => ({ range, title, uri: printSchemaUri({ migrations, revision }) })
  const before = (parent: string) => lens(parents.length > 1 ? `schema at ${parent}` : 'schema before', parent)
  return [lens('schema after this revision', own.text), ...(parents.length === 0 ? ['base'] : parents).map(before)]
}
