import { documentLinks } from '../document-links.ts'
import { documentSymbols } from '../document-symbols.ts'
import { foldingRanges } from '../folding-ranges.ts'
import { hover } from '../hover/hover.ts'
import { inlayHints } from '../inlay-hints.ts'
import { knownRevisions } from '../revisions/known-revisions.ts'
import { revisionFileOf } from '../revisions/revision-definition.ts'
import { revisionHover } from '../revisions/revision-hover.ts'
import { revisionSymbols } from '../revisions/revision-symbols.ts'
import { selectionRanges } from '../selection-ranges.ts'
import { semanticTokens } from '../semantic-tokens/semantic-tokens.ts'
import { timeIn } from '../time/time-of.ts'
import { workspaceSymbols } from '../workspace-symbols.ts'
import { guarded } from './guard.ts'
import { isRevisionFile } from './open-project.ts'
import type { Session } from './session.ts'

/** What is asked to be shown. */
export function answerLooks(session: Session): void {
  const { connection, workspace, openText } = session
  connection.onHover(
    guarded(
      session,
      'hover',
      ({ textDocument, position }) => {
        const place = workspace.place(textDocument.uri, position)
        if (place === undefined) return null
        const known = isRevisionFile(place.parsed.file) ? revisionHover(place, openText) : null
        return known ?? hover(place, timeIn(place.model))
      },
      null,
    ),
  )
  connection.onDocumentSymbol(
    guarded(
      session,
      'documentSymbol',
      ({ textDocument }) => {
        const place = workspace.place(textDocument.uri)
        if (place === undefined) return []
        const { parsed } = place
        return isRevisionFile(parsed.file) ? revisionSymbols(parsed) : documentSymbols(parsed)
      },
      [],
    ),
  )
  connection.onWorkspaceSymbol(
    guarded(
      session,
      'workspaceSymbol',
      ({ query }) =>
        workspaceSymbols(
          workspace.projects.map(project => project.lastModel),
          query,
        ),
      [],
    ),
  )
  connection.onFoldingRanges(
    guarded(
      session,
      'foldingRange',
      ({ textDocument }) => {
        const place = workspace.place(textDocument.uri, undefined, false)
        return place === undefined ? [] : foldingRanges(place.parsed)
      },
      [],
    ),
  )
  connection.onSelectionRanges(
    guarded(
      session,
      'selectionRange',
      ({ textDocument, positions }) => {
        const place = workspace.place(textDocument.uri, undefined, false)
        if (place === undefined) return []
        const { lines } = place.parsed
        return selectionRanges(
          place.parsed,
          positions.map(({ line, character }) => lines.offset(line, character)),
        )
      },
      [],
    ),
  )
  const tokens = (uri: string, range?: Parameters<typeof semanticTokens>[2]) => {
    const place = workspace.place(uri)
    return place === undefined ? { data: [] } : semanticTokens(place.model, place.parsed, range)
  }
  connection.languages.semanticTokens.on(
    guarded(session, 'semanticTokens', ({ textDocument }) => tokens(textDocument.uri), { data: [] }),
  )
  connection.languages.semanticTokens.onRange(
    guarded(session, 'semanticTokensRange', ({ textDocument, range }) => tokens(textDocument.uri, range), {
      data: [],
    }),
  )
  connection.languages.inlayHint.on(
    guarded(
      session,
      'inlayHint',
      ({ textDocument, range }) => {
        const place = workspace.place(textDocument.uri)
        return place === undefined ? [] : inlayHints(place.model, place.parsed, range)
      },
      [],
    ),
  )
  connection.onDocumentLinks(
    guarded(
      session,
      'documentLink',
      ({ textDocument }) => {
        const place = workspace.place(textDocument.uri, undefined, false)
        if (place === undefined) return []
        const { model, parsed } = place
        return documentLinks(parsed, id => revisionFileOf(knownRevisions(model, openText), id))
      },
      [],
    ),
  )
}
