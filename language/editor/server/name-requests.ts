import { LSPErrorCodes, ResponseError } from 'vscode-languageserver'
import { definition } from '../definition.ts'
import { documentHighlight } from '../document-highlight.ts'
import { references } from '../references.ts'
import { prepareRename } from '../rename/prepare-rename.ts'
import { isRefusal, type Refusal } from '../rename/refusal.ts'
import { rename } from '../rename/rename.ts'
import { revisionDefinition } from '../revisions/revision-definition.ts'
import { editForClient } from './edit-for-client.ts'
import { guarded } from './guard.ts'
import { isRevisionFile } from './open-project.ts'
import type { Session } from './session.ts'

/** What is asked about names: where they are, and how to give another. */
export function answerNames(session: Session): void {
  const { connection, workspace, openText } = session
  connection.onDefinition(
    guarded(
      session,
      'definition',
      ({ textDocument, position }) => {
        const place = workspace.place(textDocument.uri, position)
        if (place === undefined) return null
        if (isRevisionFile(place.parsed.file)) return revisionDefinition(place, openText)
        const links = definition(place)
        if (session.client.textDocument?.definition?.linkSupport) return links
        return links.map(({ targetUri, targetSelectionRange }) => ({ uri: targetUri, range: targetSelectionRange }))
      },
      null,
    ),
  )
  connection.onReferences(
    guarded(
      session,
      'references',
      ({ textDocument, position, context }) => {
        const place = workspace.place(textDocument.uri, position)
        return place === undefined ? [] : references(place, context)
      },
      [],
    ),
  )
  connection.onDocumentHighlight(
    guarded(
      session,
      'documentHighlight',
      ({ textDocument, position }) => {
        const place = workspace.place(textDocument.uri, position)
        return place === undefined ? [] : documentHighlight(place)
      },
      [],
    ),
  )
  connection.onPrepareRename(
    guarded(
      session,
      'prepareRename',
      ({ textDocument, position }) => {
        const place = workspace.place(textDocument.uri, position)
        return place === undefined ? null : accepted(prepareRename(place))
      },
      null,
    ),
  )
  connection.onRenameRequest(
    guarded(
      session,
      'rename',
      ({ textDocument, position, newName }) => {
        const place = workspace.place(textDocument.uri, position)
        return place === undefined ? null : (editForClient(accepted(rename(place, newName)), session.client) ?? null)
      },
      null,
    ),
  )
}

/** What cannot be done is said to the one who asked for it. */
function accepted<T extends object>(answer: T | Refusal): T {
  if (isRefusal(answer)) throw new ResponseError(LSPErrorCodes.RequestFailed, answer.refused)
  return answer
}
